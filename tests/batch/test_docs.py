"""The scripts of `docs/scaling.md` run as they stand there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.sources import GOOD, OTHER

_TEXT = Path(__file__).parents[2].joinpath("docs", "scaling.md").read_text(encoding="utf-8")
_SCRIPTS = re.findall(r"```python\n(.*?)```", _TEXT, re.DOTALL)


@pytest.mark.parametrize("script", _SCRIPTS, ids=["processes", "cluster"])
def test_a_script_reads_a_folder(script: str, tmp_path: Path) -> None:
    """Each good file gives a line with its results, the bad one a line with what is wrong."""
    if "dask" in script:
        pytest.importorskip("distributed", reason="the extra [dask] is not installed")
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in (GOOD, OTHER):
        shutil.copy(path, folder)
    folder.joinpath("bad.pdf").write_text("no pdf", encoding="utf-8")
    tmp_path.joinpath("read.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "read.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (0, 3) == (done.returncode, len(done.stdout.splitlines())), done.stderr
    for path in (GOOD, OTHER):
        assert re.search(rf"^{re.escape(path.name)} \d+$", done.stdout, re.MULTILINE)
    assert "bad.pdf: not a PDF but text" in done.stdout
