"""Pages of words become statements in reading order, with their places."""
