"""Catalogues, number and date formats, and generated sentences."""
