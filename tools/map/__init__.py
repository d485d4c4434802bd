"""What makes the map."""
