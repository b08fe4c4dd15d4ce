# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The page "Se det sammen" after many measurements, from asked for to drawn, beside the curves in bare pyqtgraph."""

import sys

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from benchmarks.figures import Figure, Report, milliseconds, ms, ratio
from benchmarks.jobcentre import NOW, RHYTHM, Jobcentre, open_jobcentre
from benchmarks.screen import Drawn
from bip_desktop import bootstrap
from bip_desktop.domain.progression import Progression
from bip_desktop.services.meeting_under_way import MeetingUnderWay

MEASUREMENTS = 40
ROUNDS = 15
COLUMNS = 3
LIMIT = 2.0


def measured(jobcentre: Jobcentre) -> MeetingUnderWay:
    """A citizen with so many measurements; the meeting of the last one is where both see it."""
    citizen = jobcentre.new_citizen().citizen_id
    for number in range(1, MEASUREMENTS):
        on = (NOW - (MEASUREMENTS - number) * RHYTHM).date()
        jobcentre.desk.agreeing.close(jobcentre.meeting_with_answers(citizen, number, on).meeting)
    return jobcentre.meeting_with_answers(citizen, MEASUREMENTS, NOW.date())


def bare_curves(moved: Progression) -> QWidget:
    """One plot a theme in the same columns, without axes as ours are: nothing but the curves."""
    page, grid = QWidget(), QGridLayout()
    xs = np.array([day.toordinal() for day in moved.dates], dtype=float)
    for place, series in enumerate(moved.themes):
        plot = pg.PlotWidget()
        plot.hideAxis("left")
        plot.hideAxis("bottom")
        steps = [np.nan if point.step is None else float(point.step) for point in series.points]
        plot.plot(xs, np.array(steps), pen="b", symbol="o", symbolSize=4, connect="finite", antialias=True)
        grid.addWidget(plot, place // COLUMNS, place % COLUMNS)
    page.setLayout(grid)
    return page


def main() -> None:
    """Bare and ours in turn, each in a window of the same size; the first of each only fills the caches."""
    app = bootstrap.application(sys.argv[:1])
    pg.setConfigOptions(background="w", foreground="k")
    with open_jobcentre() as jobcentre:
        under_way = measured(jobcentre)
        together = jobcentre.desk.following.together(under_way.meeting.citizen_id)
        if together is None or len(together.moved.dates) != MEASUREMENTS:
            raise RuntimeError("not all measurements are there")
        moved = together.moved
        shell = bootstrap.shell(app, jobcentre.places, now=jobcentre.calendar)
        plain = QMainWindow()
        plain.resize(shell.window.size())
        for window in (plain, shell.window):
            window.show()
        shell.unlocked(jobcentre.unlocked)
        on_plain, on_ours = Drawn(plain), Drawn(shell.window)
        bare: list[float] = []
        ours: list[float] = []
        reading: list[float] = []
        for _ in range(ROUNDS + 1):
            shell.caseload()
            bare.append(on_plain.after(lambda: plain.setCentralWidget(bare_curves(moved))))
            ours.append(on_ours.after(lambda: shell.meeting(under_way)))
            reading.append(milliseconds(lambda: jobcentre.desk.following.together(under_way.meeting.citizen_id)))
        shell.window.close()
    del bare[0], ours[0], reading[0]
    what = f"the progression page, {MEASUREMENTS} measurements × {len(moved.themes)} themes, beside bare pyqtgraph"
    Report(
        [Figure(what, ratio(ours, bare), LIMIT, "×")],
        {
            "the same curves in bare pyqtgraph": ms(bare),
            "the whole page": ms(ours),
            "of that, reading and comparing the measurements": ms(reading),
        },
    ).say()


if __name__ == "__main__":
    main()
