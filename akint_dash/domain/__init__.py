"""Words: the schema, the selection, money and history. Imports nothing of ours."""
