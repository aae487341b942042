"""Print how well the layouts are read: `python -m tests.accuracy.layout [-v] [NAME…]`.

With -v the facts of the factsheets are held against `results` as well.
"""

import sys

from tests.accuracy.layout.score import Score, documents, expected_of, report_of, score_of
from tests.documents.compare import differences


def main(arguments: list[str]) -> None:
    """Score the documents that are named, or all."""
    names = [a for a in arguments if a != "-v"]
    total = Score()
    for pdf in documents():
        if names and pdf.parent.name not in names:
            continue
        expected = expected_of(pdf)
        score = score_of(report_of(pdf), expected)
        lines = [f"{pdf.name}: {score.line()}", *(f"    {line}" for line in score.failures)]
        if "-v" in arguments and "results" in expected:
            lines.extend(f"    facts {line}" for line in differences(report_of(pdf), expected))
        sys.stdout.write("\n".join(lines) + "\n")
        total.add(score)
    sys.stdout.write(f"all: {total.line()}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
