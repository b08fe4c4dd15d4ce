# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Adds people, changes what they are, and shuts them out. Keys are made beside the window: it takes a moment."""

from collections.abc import Callable

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.rights import Role
from bip_desktop.gui import log_words
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.users.page import Line, UsersPage
from bip_desktop.gui.pages.users.user_panel import Filled, UserPanel
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.administering import NewUser, User
from bip_desktop.services.desk import Desk


class UsersPresenter:
    """The administrator's page of people and keys."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._people: dict[str, User] = {}
        self.page = UsersPage()
        self._show()
        self.page.add_asked.connect(self._on_add)
        self.page.way_asked.connect(self._on_way)
        self.page.new_key_asked.connect(lambda: go.recovery_key(""))
        self.page.key_tried.connect(self._on_tried)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)

    def _show(self) -> None:
        users = self._desk.administering.users()
        self._people = {each.caseworker.caseworker_id: each for each in users.people}
        self.page.show_lines([self._line(each) for each in users.people])
        if users.has_recovery_key:
            text = translate(
                "users", "Der er en gendannelsesnøgle. Den åbner alt, hvis alle adgangssætninger er glemt."
            )
        else:
            text = translate(
                "users", "Der er ingen gendannelsesnøgle. Glemmer alle deres adgangssætning, er svarene tabt for altid."
            )
        self.page.show_key(text, is_there=users.has_recovery_key)

    def _line(self, user: User) -> Line:
        is_me = user.caseworker.caseworker_id == self._desk.access.me
        roles = ", ".join(log_words.role(each) for each in Role if each in user.roles)
        if not user.can_unlock:
            state = translate("users", "Kan ikke låse op her.")
        elif user.must_unlock_once:
            state = translate("users", "Skal låse op en gang med denne udgave, før nogen kan fjernes.")
        else:
            state = ""
        ways = [("roles", translate("users", "Roller"))] if user.can_unlock else []
        if not user.can_unlock:
            ways.append(("invite", translate("users", "Giv adgang")))
        elif not is_me:
            ways += [("reset", translate("users", "Ny adgangssætning")), ("remove", translate("users", "Fjern adgang"))]
        name = isolated(user.caseworker.name)
        return Line(
            user.caseworker.caseworker_id,
            translate("users", "{0} (dig)").format(name) if is_me else name,
            roles[:1].upper() + roles[1:] if user.can_unlock else "",
            state,
            ways,
        )

    # -- panels -----------------------------------------------------------------------------------------------------

    def _on_add(self) -> None:
        self._ask_new(None)

    def _ask_new(self, user: User | None) -> None:
        heading = (
            translate("users", "Ny bruger")
            if user is None
            else translate("users", "Giv {0} adgang").format(isolated(user.caseworker.name))
        )
        panel = UserPanel(
            heading,
            translate("users", "Lad den nye bruger sidde ved tastaturet: adgangssætningen er kun for den ene."),
            translate("users", "Tilføj"),
            _roles(),
            present={Role.CASEWORKER},
            asks={"phone", "passphrase", "repeated", "pin", "secret"} | ({"name"} if user is None else set()),
        )
        given = "" if user is None else user.caseworker.name
        panel.done.connect(lambda filled: self._on_added(panel, filled, given))
        self.page.show_panel(panel)

    def _on_added(self, panel: UserPanel, filled: Filled, name: str) -> None:
        wish = NewUser(name or filled.name, filled.phone, filled.roles, filled.passphrase, filled.repeated, filled.pin)
        self._do(
            panel,
            lambda: self._desk.administering.add(filled.secret, wish),
            translate("users", "{0} kan nu låse op med sin egen adgangssætning.").format(isolated(wish.name)),
        )

    def _on_way(self, what: str, whom: str) -> None:
        user = self._people[whom]
        ways: dict[str, Callable[[User], None]] = {
            "roles": self._ask_roles,
            "reset": self._ask_reset,
            "remove": self._ask_remove,
            "invite": self._ask_new,
        }
        ways[what](user)

    def _ask_roles(self, user: User) -> None:
        name, person = isolated(user.caseworker.name), user.caseworker.caseworker_id
        panel = UserPanel(
            translate("users", "Roller for {0}").format(name),
            translate("users", "En person kan have flere roller. De gælder fra næste gang, der bliver låst op."),
            translate("users", "Gem"),
            _roles(),
            present=user.roles,
        )
        panel.done.connect(
            lambda filled: self._do(
                panel,
                lambda: self._desk.administering.set_roles(person, filled.roles),
                translate("users", "Rollerne er gemt."),
            )
        )
        self.page.show_panel(panel)

    def _ask_reset(self, user: User) -> None:
        name, person = isolated(user.caseworker.name), user.caseworker.caseworker_id
        panel = UserPanel(
            translate("users", "Ny adgangssætning til {0}").format(name),
            translate("users", "Den, den er til, skriver den selv. Den gamle virker ikke mere."),
            translate("users", "Skift"),
            asks={"passphrase", "repeated", "secret"},
        )
        panel.done.connect(
            lambda filled: self._do(
                panel,
                lambda: self._desk.administering.reset_passphrase(
                    filled.secret, person, filled.passphrase, filled.repeated
                ),
                translate("users", "{0} har fået en ny adgangssætning.").format(name),
            )
        )
        self.page.show_panel(panel)

    def _ask_remove(self, user: User) -> None:
        name, person = isolated(user.caseworker.name), user.caseworker.caseworker_id
        panel = UserPanel(
            translate("users", "Fjern adgangen for {0}").format(name),
            translate(
                "users",
                "Alle svar bliver krypteret igen med en ny nøgle. Borgerne bliver, hvor de er, til teamlederen flytter "
                "dem. Bagefter skal du låse op igen. Har {0} lavet gendannelsesnøglen, skal I lave en ny.",
            ).format(name),
            translate("users", "Fjern adgang"),
            asks={"secret"},
        )
        panel.done.connect(lambda filled: self._on_removed(panel, filled.secret, person))
        self.page.show_panel(panel)

    def _on_removed(self, panel: UserPanel, secret: str, person: CaseworkerId) -> None:
        panel.show_busy(True)
        self._tasks.run(
            lambda: self._desk.administering.remove(secret, person),
            done=lambda _: self._go.lock(),
            failed=lambda error: self._on_failed(panel, error),
        )

    # -- what is done -----------------------------------------------------------------------------------------------

    def _do(self, panel: UserPanel, work: Callable[[], object], said: str) -> None:
        panel.show_busy(True)

        def finish(_: object) -> None:
            self._show()
            self.page.show_done(said)

        self._tasks.run(work, done=finish, failed=lambda error: self._on_failed(panel, error))

    def _on_failed(self, panel: UserPanel, error: BipError) -> None:
        panel.show_busy(False)
        place = {
            Code.NAME_EMPTY: panel.name,
            Code.PASSPHRASE_SHORT: panel.passphrase,
            Code.PASSPHRASE_DIFFERS: panel.repeated,
            Code.PIN_FORM: panel.pin,
            Code.PASSPHRASE_WRONG: panel.secret,
        }.get(error.code)
        panel.show_problem(place, sentence(error))

    def _on_tried(self, typed: str) -> None:
        self._tasks.run(
            lambda: self._desk.administering.try_recovery_key(typed),
            done=lambda _: self.page.show_tried(translate("users", "Nøglen åbner ✓ Læg papiret tilbage."), fits=True),
            failed=lambda error: self.page.show_tried(
                translate("users", "Det er ikke den nøgle, der gælder nu.")
                if error.code is Code.PASSPHRASE_WRONG
                else sentence(error),
                fits=False,
            ),
        )


def _roles() -> list[tuple[Role, str, str]]:
    about = {
        Role.CASEWORKER: translate("users", "Har egne borgere og holder samtaler."),
        Role.TEAM_LEADER: translate("users", "Flytter borgere, ser stikprøver og godkender sletning."),
        Role.ADMINISTRATOR: translate("users", "Passer adgang, sikkerhedskopier og loggen. Ser ingen borgere."),
    }
    return [(each, log_words.role(each).capitalize(), about[each]) for each in Role]
