"""All arithmetic of the product: (Portfolio, Selection, today) -> small tables."""
