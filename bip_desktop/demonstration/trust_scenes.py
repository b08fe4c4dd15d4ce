# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Scenes about who may see what: access, the recovery key, the log, spot checks, a colleague's citizen."""

from bip_desktop.demonstration.meeting_scenes import Scene
from bip_desktop.demonstration.stage import Stage
from bip_desktop.gui.pages.finding.page import FindingPage
from bip_desktop.gui.pages.recovery_key.page import RecoveryKeyPage
from bip_desktop.gui.pages.use_log.page import UseLogPage
from bip_desktop.gui.pages.users.page import UsersPage

_PURPOSE = "Vikar for Mette i uge 48"


def trust_scenes(stage: Stage) -> Scene:
    """All of them."""
    shell, hands = stage.shell, stage.hands
    shell.administration()
    yield "administration/administration"
    shell.users()
    yield "users/users"
    hands.click(stage.page(UsersPage).add)
    yield "users/new-user"
    shell.recovery_key("")
    yield "recovery-key/shown"
    hands.click(stage.page(RecoveryKeyPage).written)
    yield "recovery-key/typed-back"
    shell.use_log()
    yield "use-log/log"
    log = stage.page(UseLogPage)
    hands.click(log.check)
    hands.wait_for("the check", log.verdict.isVisible)
    yield "use-log/checked"
    shell.spot_checks()
    yield "spot-checks/waiting"
    shell.assigning()
    yield "assigning/assigning"
    shell.own_look_ups()
    yield "use-log/own"
    shell.passphrase("")
    yield "passphrase/passphrase"
    shell.finding("Ek")
    finding = stage.page(FindingPage)
    hands.click(finding.search)
    yield "finding/without-purpose"
    hands.fill(finding.purpose.field, _PURPOSE)
    hands.click(finding.search)
    yield "finding/found"
