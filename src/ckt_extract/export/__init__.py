"""The report in other forms: frames, files, HTML and an annotated PDF.

Heavy libraries are imported inside the functions that need them.
"""

from ckt_extract.export.annotate import annotate
from ckt_extract.export.files import write_csv, write_json, write_jsonl, write_parquet
from ckt_extract.export.frames import FRAMES, report_frame, table_frame
from ckt_extract.export.html import report_html

__all__ = [
    "FRAMES",
    "annotate",
    "report_frame",
    "report_html",
    "table_frame",
    "write_csv",
    "write_json",
    "write_jsonl",
    "write_parquet",
]
