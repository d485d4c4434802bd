"""The database: tables, history, and the snapshot that everything else reads."""
