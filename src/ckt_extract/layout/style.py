"""What is usual in a document: the size of its body text, its line spacing, its compounds."""

from collections.abc import Iterable

from ckt_extract.layout.lines import Line

__all__ = ["Style"]

_STEP = 0.05
"""Line distances are counted in steps of this many times the size."""


class Style:
    """Counts over the pages seen so far and the look-ahead window."""

    def __init__(self) -> None:
        self._sizes: dict[float, int] = {}
        self._styles: dict[tuple[bool, int], int] = {}
        self._distances: dict[int, dict[int, int]] = {}
        self.compounds: set[str] = set()
        """Words with a hyphen inside, as they stand in the middle of a line, in lower case."""
        self.body = 10.0
        """Size of most characters, in points."""
        self.bold = False
        """Whether most characters are bold."""
        self.colour = 0
        """Colour of most characters."""

    def add(self, lines: list[Line]) -> None:
        """Count the lines of a page."""
        sizes, styles = self._sizes, self._styles
        for line in lines:
            length = sum([len(word.text) for word in line.words])
            size = round(line.size, 1)
            sizes[size] = sizes.get(size, 0) + length
            style = (line.bold, line.colour)
            styles[style] = styles.get(style, 0) + length
            for word in line.words[:-1]:
                if "-" in word.text:
                    self.compounds.add(word.text.lower().strip("().,;:!?\"'‘’“”"))
        self._count_distances(lines)
        if sizes:
            self.body = max(sizes, key=lambda size: (sizes[size], -size))
            self.bold, self.colour = max(styles, key=lambda style: (styles[style], style))

    def _count_distances(self, lines: Iterable[Line]) -> None:
        """Count the distances between lines of one size that start at the same x."""
        above: dict[int, Line] = {}
        for line in lines:
            key = round(line.x0)
            other = above.get(key)
            above[key] = line
            if other is not None and abs(line.size - other.size) < 0.05 * line.size:
                distance = (line.baseline - other.baseline) / line.size
                if 0.9 < distance < 2.4:
                    counts = self._distances.setdefault(round(line.size), {})
                    step = round(distance / _STEP)
                    counts[step] = counts.get(step, 0) + 1

    def pitch(self, size: float) -> float:
        """Usual distance of the baselines in a paragraph of this size, in points.

        It is the smallest distance that is common: paragraphs of one line are further apart.
        """
        counts = self._distances.get(round(size))
        if counts is None or sum(counts.values()) < 3:
            counts = self._distances.get(round(self.body), {})
        total = sum(counts.values())
        for step in sorted(counts):
            count, next_count = counts[step], counts.get(step + 1, 0)
            if count + next_count >= max(0.15 * total, 1):
                mean = step + next_count / (count + next_count)
                return mean * _STEP * size
        return 1.3 * size
