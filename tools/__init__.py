"""What makes the data that the product carries: each is a command, `python -m tools.demo`."""
