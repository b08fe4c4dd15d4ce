# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every change works at once and shows on the page itself: there is nothing to save, and nothing to start again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.pages.settings.choice import Choice
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.preferences import TEXT_SCALES, Preferences


class SettingsPage(Page):
    """States what is chosen."""

    back_asked = Signal()
    lock_asked = Signal()
    rhythm_typed = Signal(str)
    phone_typed = Signal(str)
    backups_asked = Signal()
    passphrase_asked = Signal()
    look_ups_asked = Signal()

    def __init__(self, present: Preferences, rhythm: int, phone: str, *, may_set: bool = True) -> None:
        """`may_set`: what holds for the whole jobcentre."""
        super().__init__(self.tr("Indstillinger"))
        back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        # Each language by its own name: whoever cannot read this page finds the way.
        self.language = Choice(self.tr("Sprog"), (("da", "Dansk"), ("en", "English")), present.language)
        self.theme = Choice(
            self.tr("Farver"),
            (
                ("light", self.tr("Lyse")),
                ("dark", self.tr("Mørke")),
                ("high_contrast", self.tr("Høj kontrast")),
                ("system", self.tr("Som computeren")),
            ),
            present.theme,
        )
        self.text_scale = Choice(
            self.tr("Tekststørrelse"),
            [(scale, self.tr("{0} %").format(scale)) for scale in TEXT_SCALES],
            present.text_scale,
            self.tr("Overalt i programmet: Ctrl og plus gør teksten større, Ctrl og minus mindre."),
        )
        self.digit_keys = Choice(
            self.tr("Svar med tasterne 1 til 5"),
            ((True, self.tr("Ja")), (False, self.tr("Nej"))),
            present.digit_keys,
            self.tr("Et tryk på et tal vælger svaret. Slå det fra, hvis nogen kommer til at trykke ved et uheld."),
        )
        self.rhythm = FormRow(
            self.tr("Dage mellem to målinger"),
            text_field(most=4),
            self.tr("Derefter minder »Mine borgere« om en ny samtale. BIP målte hver tredje måned."),
        )
        self.phone = FormRow(
            self.tr("Dit direkte telefonnummer"),
            text_field(most=40),
            self.tr("Står på den aftale, borgeren får med."),
        )
        for form_row, text, typed in (
            (self.rhythm, str(rhythm), self.rhythm_typed),
            (self.phone, phone, self.phone_typed),
        ):
            field = form_row.field
            field.setMaximumWidth(theme.current().px(240))
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.editingFinished.connect(lambda field=field, typed=typed: typed.emit(field.text()))
        self.backups = button(self.tr("Sikkerhedskopier …"), "secondary", self.backups_asked.emit)
        self._administration = _group(self.tr("Sikkerhed"), self.backups)
        self.passphrase = button(self.tr("Skift adgangssætning …"), "secondary", self.passphrase_asked.emit)
        self.look_ups = button(self.tr("Mine opslag …"), "secondary", self.look_ups_asked.emit)
        self.look_ups.setAccessibleDescription(self.tr("Det, du selv har set, rettet og udskrevet"))
        heading = column(
            label(self.tr("Indstillinger"), "title"),
            label(self.tr("Det, du vælger, gælder med det samme."), "muted"),
            spacing=2,
        )
        content = column(
            heading,
            _group(self.tr("På denne computer"), self.language, self.theme, self.text_scale, self.digit_keys),
            *([_group(self.tr("I jobcentret"), self.rhythm)] if may_set else []),
            _group(self.tr("Om dig"), self.phone, FlowRow(self.passphrase, self.look_ups, spacing=12)),
            self._administration,
            spacing=12,
        )
        self.setLayout(column(TopBar("", "", lock, back=back), page_body(content, widest=860)))
        self.first = back

    def show_administration(self, wanted: bool) -> None:
        """Whether what is an administrator's is shown."""
        self._administration.setVisible(wanted)

    def show_saved(self, form_row: FormRow) -> None:
        """Says at the field that it is kept."""
        form_row.show_problem("")
        form_row.show_help(self.tr("Gemt ✓"))


def _group(heading: str, *rows: QWidget) -> QFrame:
    return card(column(label(heading, "section"), *rows, spacing=18), margins=(24, 18, 24, 22))
