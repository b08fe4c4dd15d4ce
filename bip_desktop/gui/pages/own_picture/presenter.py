# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Gathers what she has answered to S12 over all her citizens."""

from bip_desktop.gui.language import spoken
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.own_picture import describing
from bip_desktop.gui.pages.own_picture.page import OwnPicturePage
from bip_desktop.gui.pages.own_picture.view import OwnPictureView
from bip_desktop.services.desk import Desk
from bip_desktop.services.reflecting import BELIEF

FIGURES = "000"
"""The source of how the answers spread in BIP."""


class OwnPicturePresenter:
    """Hers alone: nothing of it is stored or sent."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        picture = desk.reflecting.own_picture()
        item, rules, language = desk.instruments.current().item(BELIEF), desk.following.rules(), spoken()
        source = rules.sources.get(FIGURES) if rules is not None else None
        self.page = OwnPicturePage(
            OwnPictureView(
                question=item.question.in_language(language),
                spread=describing.spread(picture, item, "" if source is None else source.title, language),
                orientation=describing.orientation(picture, item, language),
                endings=describing.endings(picture.ended, item, language),
            )
        )
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)
