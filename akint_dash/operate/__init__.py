"""What those who run the server see of it: logs, numbers, health, and what is wrong with an installation."""
