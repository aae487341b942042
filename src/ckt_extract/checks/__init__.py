"""What became of every number, and what does not add up."""
