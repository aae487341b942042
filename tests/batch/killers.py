"""Documents that bring down the process that looks for facts in them."""

import shutil
from pathlib import Path

from tests.batch.sources import GOOD

__all__ = ["BY_NAME", "named"]

BY_NAME = """
import os, signal, time
from ckt_extract import pipeline, whole
careful, judge = whole.say_report_with_care, pipeline._judge
def with_care(say, *, source, wish):
    if source[0].startswith("killer"):
        os.kill(os.getpid(), signal.SIGKILL)
    careful(say, source=source, wish=wish)
def sabotaged(first, info):
    if info.name.startswith(("killer", "once")) and not hasattr(pipeline, "tried"):
        os.kill(os.getpid(), signal.SIGKILL)
    if info.name.startswith("endless"):
        time.sleep(600)
    return judge(first, info)
whole.say_report_with_care, pipeline._judge = with_care, sabotaged
"""
"""For `children_that`: a document whose name begins with *killer* ends the process each time, one
that begins with *once* the first time, and with *endless* one it finds no end."""


def named(name: str, folder: Path) -> Path:
    """A good document of that name."""
    return Path(shutil.copy(GOOD, folder / name))
