"""What comes out: frozen pydantic models, and nothing else."""
