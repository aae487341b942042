"""Print where fixtures are read otherwise than expected: `python -m tests.documents [NAME…]`."""

import sys

from tests.documents.compare import differences, expected_of, fixture_pdfs, report_of

if __name__ == "__main__":
    for pdf in fixture_pdfs():
        if sys.argv[1:] and not any(name in pdf.name for name in sys.argv[1:]):
            continue
        lines = list(differences(report_of(pdf), expected_of(pdf)))
        print(f"{pdf.name}: {len(lines)} differences")
        for line in lines:
            print(f"    {line}")
