# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen's nine themes over time, as small curves beside each other."""

from PySide6.QtWidgets import QWidget

from bip_desktop.domain.progression import Progression
from bip_desktop.gui import theme, wording
from bip_desktop.gui.plots.legend import Legend, LineSample, explained
from bip_desktop.gui.plots.sentences import ends, scales_of
from bip_desktop.gui.plots.signs import CHANGE, DASHES
from bip_desktop.gui.plots.signs import explained as signs_explained
from bip_desktop.gui.plots.time_axis import time_axis
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.layouts import column


class OverTime(QWidget):
    """Three columns of cards where there is room, and the line that explains them."""

    def __init__(self, moved: Progression, language: str) -> None:
        super().__init__()
        from bip_desktop.gui.plots.theme_plot import ThemeCard  # pyqtgraph costs 300 ms: not before it is needed

        look = theme.current()
        axis = time_axis(moved)
        self.cards = tuple(ThemeCard(series, axis, language) for series in moved.themes)
        self.grid = CardGrid(self.cards, least=look.px(230), most=3)
        parts = [explained(ends(scales_of(moved.themes), language))]
        if axis.changes:
            sample = LineSample("edge", 1.5, CHANGE, standing=True)
            parts.append(explained(self.tr("ny sagsbehandler"), sample))
        for lane in axis.lanes:
            words = wording.kind(lane.kind).lower() if lane.kind else self.tr("indsats i gang")
            parts.append(explained(words, LineSample("span", 3, DASHES[lane.kind])))
        parts += [explained(f"{sign}  {words}") for sign, words in signs_explained(moved.themes)]
        self.legend = Legend(*parts)
        box = column(self.grid, self.legend, spacing=look.px(10))
        box.setStretch(0, 1)
        self.setLayout(box)
        self.setAccessibleName(wording.headline(moved))
