"""What makes the demonstration."""
