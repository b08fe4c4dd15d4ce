# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is under way now, each with a quiet way of saying that it stops."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.gui import theme, wording
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowingLabel, FlowLayout
from bip_desktop.gui.widgets.layouts import card, row
from bip_desktop.gui.widgets.suggestion_card import quieter, shared_name


class UnderWayStrip(QWidget):
    """`under_way` is None where it is not known."""

    dropped_changed = Signal(object)
    """A frozenset of the activities that stop."""

    def __init__(
        self, under_way: tuple[int, ...] | None, dropped: frozenset[int], instrument: Instrument, language: str
    ) -> None:
        super().__init__()
        look = theme.current()
        self._dropped = dropped
        self.stops: dict[int, QPushButton] = {}
        self._names: dict[int, FlowingLabel] = {}
        if under_way is None:
            said = self.tr("Det er ikke noteret, hvad der er i gang lige nu.")
        else:
            said = self.tr("I gang nu:") if under_way else self.tr("Der er ikke noget i gang lige nu.")
        self.lead = FlowingLabel(said, "strong" if under_way else "muted")
        self.lead.setMinimumHeight(look.px(38))
        flow = FlowLayout(self.lead, spacing=look.px(10), between=look.px(6))
        options = {number: instrument.activities.option(number) for number in under_way or ()}
        # One named by its kind beside others in full would be known by that: then all of its kind share one chip.
        unnamed = {option.kind for option in options.values() if option.sensitive}
        for activity, option in options.items():
            if option.kind not in unnamed:
                flow.addWidget(self._chip(activity, instrument, language))
        for kind in Kind:
            if kind in unnamed:
                flow.addWidget(_named(FlowingLabel(wording.kind(kind))))
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for activity in self.stops:
            self._show_stop(activity)

    def _chip(self, activity: int, instrument: Instrument, language: str) -> QFrame:
        name = FlowingLabel(shared_name(instrument, activity, language))
        stop = button("", "link", lambda: self._on_stop(activity))
        stop.setCheckable(True)
        stop.setChecked(activity in self._dropped)
        quieter(stop)
        self.stops[activity], self._names[activity] = stop, name
        return _named(name, stop)

    def _on_stop(self, activity: int) -> None:
        on = self.stops[activity].isChecked()
        self._dropped = self._dropped | {activity} if on else self._dropped - {activity}
        self._show_stop(activity)
        self.dropped_changed.emit(self._dropped)

    def _show_stop(self, activity: int) -> None:
        name, stop = self._names[activity], self.stops[activity]
        stops = activity in self._dropped
        stop.setText(self.tr("Stopper ✓") if stops else self.tr("Stop"))
        stop.setAccessibleName(self.tr("{0} stopper").format(name.text()))
        font = name.font()
        font.setStrikeOut(stops)
        name.setFont(font)


def _named(*parts: QWidget) -> QFrame:
    """What is under way, in an edge of its own."""
    look = theme.current()
    return card(row(*parts, spacing=look.px(10)), margins=(look.px(12), look.px(3), look.px(6), look.px(3)))
