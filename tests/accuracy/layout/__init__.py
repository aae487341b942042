"""Layouts that the layout and table code has not been tuned to."""
