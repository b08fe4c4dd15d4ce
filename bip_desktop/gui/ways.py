# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the shell's ways to its pages have in common. Each page's module is imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bip_desktop.gui.navigation import Navigation, Presenter
    from bip_desktop.gui.tasks import TaskRunner
    from bip_desktop.preferences import Preferences
    from bip_desktop.services.desk import Desk


class Ways:
    """A part of the shell, which opens what it is given."""

    tasks: TaskRunner

    def _open(
        self,
        build: Callable[[Desk], Presenter],
        *,
        whole_screen: bool = False,
        language: str = "",
        can_be_built_anew: bool = True,
    ) -> None:
        raise NotImplementedError

    @property
    def _go(self) -> Navigation:
        raise NotImplementedError

    @property
    def _preferences(self) -> Preferences:
        raise NotImplementedError
