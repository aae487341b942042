"""Text becomes quantities and times, in Dutch and English; pure functions on text."""
