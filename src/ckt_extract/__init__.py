"""Typed, placed facts from the PDFs of the Dutch garments and textile agreement (CKT)."""
