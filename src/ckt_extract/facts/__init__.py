"""Statements and quantities become results, percentages and rulings."""
