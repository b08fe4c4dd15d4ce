# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where presenters can ask to go. The shell answers; no page knows another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

if TYPE_CHECKING:  # the first page is built with this module, and needs none of them
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bip_desktop.domain.backup import Backup
    from bip_desktop.domain.errors import BipError
    from bip_desktop.domain.ids import CitizenId, MeetingId
    from bip_desktop.domain.meeting import Meeting
    from bip_desktop.preferences import Preferences
    from bip_desktop.services.meeting_under_way import MeetingUnderWay
    from bip_desktop.services.ports import Unlocked


T = TypeVar("T")


class Presenter(Protocol):
    """Decides for one page, and lives as long as it."""

    @property
    def page(self) -> QWidget: ...


@runtime_checkable
class Beginning(Protocol):
    """A presenter that waits with its first view until the page stands in the window, with its size and keyboard."""

    def begin(self) -> None: ...


class Navigation(Protocol):
    """The ways through the program."""

    def unlocked(self, unlocked: Unlocked) -> None:
        """The jobcentre is open: to the interrupted meeting's question where there is one, else to the caseload."""
        ...

    def caseload(self) -> None: ...
    def new_citizen(self) -> None: ...
    def import_caseload(self) -> None:
        """To the page that makes citizens from a file."""
        ...

    def citizen(self, citizen_id: CitizenId) -> None: ...
    def own_answers(self, citizen_id: CitizenId) -> None:
        """The caseworker's answers S2 to S12 about one citizen: on a page of their own."""
        ...

    def own_picture(self) -> None:
        """How her answers to S12 spread over all her citizens: for her alone."""
        ...

    def start_meeting(self, citizen_id: CitizenId) -> None:
        """Begins the meeting, from the prepared one where there is one."""
        ...

    def prepare_meeting(self, citizen_id: CitizenId) -> None:
        """Opens the caseworker's questions before the meeting."""
        ...

    def take_up(self, meeting_id: MeetingId) -> None:
        """Goes on with a meeting at the page where it stopped."""
        ...

    def meeting(self, under_way: MeetingUnderWay) -> None:
        """Shows the page where the meeting is: hers, or the citizen's whole screen."""
        ...

    def speaks_otherwise(self, meeting: Meeting) -> bool:
        """Whether the page that the meeting is at now has to be built in another language than is spoken."""
        ...

    def in_her_language(self, work: Callable[[], T]) -> T:
        """Does `work` in the caseworker's language, on a page that speaks the citizen's."""
        ...

    def export(self) -> None: ...
    def research_centre(self) -> None:
        """To the page of the centre's keys, this computer's card and what was measured."""
        ...

    def moving(self, citizen_id: CitizenId | None = None) -> None:
        """To the page of citizens between computers, where this one is about to be given away."""
        ...

    def about(self) -> None: ...
    def settings(self) -> None: ...
    def administration(self) -> None: ...
    def users(self) -> None: ...
    def use_log(self) -> None: ...
    def own_look_ups(self) -> None: ...
    def spot_checks(self) -> None: ...
    def assigning(self) -> None:
        """To where a team leader gives one caseworker's citizens to another."""
        ...

    def finding(self, text: str) -> None:
        """To a colleague's citizen, with a purpose; `text` is what was searched for among the own ones."""
        ...

    def recovery_key(self, secret: str) -> None:
        """Makes a recovery key; `secret` is the own passphrase where it was typed a moment ago."""
        ...

    def passphrase(self, recovery_key: str) -> None:
        """Another passphrase; `recovery_key` is what has opened where the present one is forgotten."""
        ...

    def backups(self) -> None: ...
    def restoring(self, trouble: BipError | None = None) -> None:
        """To the choice of a backup; `trouble` is why the database cannot be used."""
        ...

    def what_was_on(self) -> None:
        """To what a backup of another computer says."""
        ...

    def restore(self, backup: Backup, secret: str) -> None:
        """Closes the database, puts `backup` in its place, and asks for the passphrase."""
        ...

    def citizen_rights(self, citizen_id: CitizenId) -> None:
        """To what one of her citizens can ask for."""
        ...

    def rights_cases(self) -> None:
        """To the cases of the whole jobcentre, for whoever approves or carries out."""
        ...

    def deadlines(self) -> None:
        """To how long the jobcentre keeps what it has."""
        ...

    def information(self) -> None:
        """To what citizens are told about their answers."""
        ...

    def prefer(self, wanted: Preferences) -> None:
        """Adopts these preferences and remembers them; the page is built anew."""
        ...

    def speak(self, language: str) -> None:
        """Another language, from now on; the page is built anew."""
        ...

    def text_size(self, steps: int) -> None:
        """So many sizes larger, or smaller; 0 is the first size again."""
        ...

    def larger_text(self) -> None:
        """The next text size, and after the largest the first again; the page is built anew."""
        ...

    def lock(self) -> None:
        """Closes the database and asks for the passphrase."""
        ...

    def notice(self, error: BipError) -> None:
        """Says in the bar what went wrong in the place the program runs in."""
        ...
