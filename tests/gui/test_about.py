# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The page that says what is a draft."""

from PySide6.QtWidgets import QApplication, QLabel

from bip_desktop.domain.questionnaire import Wording
from bip_desktop.gui.pages.about.presenter import AboutPresenter
from bip_desktop.services.desk import Desk
from tests.gui.conftest import RecordedWays


def test_every_draft_item_is_called_a_draft(app: QApplication, desk: Desk, go: RecordedWays) -> None:
    presenter = AboutPresenter(desk, go)
    lines = [each.text() for each in presenter.page.findChildren(QLabel)]
    [draft] = [line for line in lines if "udkast" in line]
    named = draft.rsplit(":", 1)[1].strip(" .").split(", ")
    assert named == [item.code for item in desk.instruments.current().items if item.wording is Wording.DRAFT]
    assert len(named) == 20


def test_the_sources_of_the_suggestions_are_named_by_title(app: QApplication, desk: Desk, go: RecordedWays) -> None:
    presenter = AboutPresenter(desk, go)
    said = "\n".join(each.text() for each in presenter.page.findChildren(QLabel))
    table = desk.following.rules()
    assert table is not None
    assert all(source.title in said for source in table.sources.values())
