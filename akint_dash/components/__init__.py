"""Parts used on two pages or more."""
