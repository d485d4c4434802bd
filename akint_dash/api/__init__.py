"""The read interface ``/api/v1``: the pages' own queries and numbers, answered as data for programs."""
