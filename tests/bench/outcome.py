# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one work's measurement came to."""
import statistics
from dataclasses import dataclass, field


def in_turn(runs, measure, sides):
    """Measures each side once a run, one after the other, so that what else the machine does falls on both."""
    figures = {who: [] for who in sides}
    for _ in range(runs):
        for who, side in sides.items():
            figures[who].append(measure(side))
    return figures


@dataclass
class Outcome:
    ours: list
    peer: list = field(default_factory=list)
    more: dict = field(default_factory=dict)  # further figures, by name; medians of lists

    def median(self, who):
        return statistics.median(getattr(self, who))

    def ratio(self):
        return self.median("ours") / self.median("peer") if self.peer else None

    def figures(self, work):
        """JSON keys and values."""
        shown = {f"{work}.ours": rounded(self.median("ours")), f"{work}.oursSpread": spread(self.ours)}
        if self.peer:
            shown |= {
                f"{work}.peer": rounded(self.median("peer")),
                f"{work}.ratio": round(self.ratio(), 2),
                f"{work}.peerSpread": spread(self.peer),
            }
        for name, values in self.more.items():
            shown[f"{work}.{name}"] = rounded(statistics.median(values) if isinstance(values, list) else values)
        return shown


def rounded(value):
    """To three digits or to the whole number, whichever says more."""
    return round(value) if abs(value) >= 1000 else float(f"{value:.3g}")


def spread(values):
    return [rounded(min(values)), rounded(max(values))]


def short(value):
    return f"{rounded(value):,}"
