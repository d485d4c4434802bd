"""Who may, and how much."""
