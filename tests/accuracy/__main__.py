"""Print how well the labelled statements are read: `python -m tests.accuracy [-v] [FILE…]`."""

import sys
from pathlib import Path

from tests.accuracy.scoring import Score, fact_of_result, load_cases, read_case

FOLDER = Path(__file__).parent / "statements"


def main(arguments: list[str]) -> None:
    """Score the given files, or all; -v lists what is not right."""
    verbose = "-v" in arguments
    paths = [Path(a) for a in arguments if a != "-v"] or sorted(FOLDER.glob("*.jsonl"))
    score = Score()
    for case in load_cases(paths):
        score.add(case, [fact_of_result(result) for result in read_case(case)])
    if verbose:
        for case, missing, extra in score.mistakes:
            print(f"\n{case.id} [{case.edition}] {' | '.join(case.text)}")
            for sign, facts in (("-", missing), ("+", extra)):
                for fact in facts:
                    print(f"  {sign} " + " ".join(f"{k}={v}" for k, v in fact.items()))
        print()
    print(score.table())


if __name__ == "__main__":
    main(sys.argv[1:])
