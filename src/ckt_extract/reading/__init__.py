"""Bytes become pages; the only room that knows the PDF libraries."""
