"""Reports as frames, files, HTML and annotated PDF."""
