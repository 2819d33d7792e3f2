"""设置: language, look, when the window locks itself, and the passphrase."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from inspector.changes import Changes
from ui import text, theme
from ui.dialogs.passphrase import PassphraseDialog
from ui.screens.screen import Context, Screen
from ui.widgets.button import Button
from ui.widgets.card import Card, PageHeading, small
from ui.widgets.field_row import FieldRow
from ui.widgets.page import Page

MINUTES = (1, 3, 5, 10, 15, 30, 60)


class SettingsScreen(Screen):
    """What this person chose on this computer; every change counts at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.language = QComboBox()
        for code, name in (
            ("", self.tr("As the system is set")),
            (text.CHINESE, "中文"),
            (text.ENGLISH, "English"),
        ):
            self.language.addItem(name, code)
        self.bright = QCheckBox(self.tr("Bright light: high contrast and large type"))
        self.minutes = QComboBox()
        for minutes in MINUTES:
            self.minutes.addItem(self.tr("%n minute(s)", "", minutes), minutes)
        self.minutes.setMaximumWidth(theme.space(40))
        self.language.setMaximumWidth(theme.space(70))
        look, lock = Card(self.tr("Language and look")), Card(self.tr("Locking"))
        look.column.addWidget(
            FieldRow(self.tr("Language"), self.language, self.tr("Counts from the next start of the program"))
        )
        look.column.addWidget(self.bright)
        lock.column.addWidget(
            FieldRow(self.tr("Lock the window when nobody has touched it for"), self.minutes)
        )
        lock.column.addWidget(small(self.tr("Ctrl+L locks it at once. The PIN opens it where you were.")))
        self.passphrase = Button(self.tr("Change the passphrase …"), icon="lock")
        self.passphrase.clicked.connect(self._ask_passphrase)
        lock.column.addWidget(self.passphrase, 0, Qt.AlignmentFlag.AlignLeft)
        page = Page(width=190, margin=0, centred=False)
        for card in (look, lock):
            page.column.addWidget(card)
        page.column.addStretch(1)
        self.column.addWidget(PageHeading(self.tr("Settings")))
        self.column.addWidget(page, 1)
        self.present("")
        self.language.activated.connect(
            lambda: context.preferences.change(language=self.language.currentData())
        )
        self.bright.toggled.connect(lambda on: context.preferences.change(bright=on))
        self.minutes.activated.connect(
            lambda: context.preferences.change(lock_after_minutes=self.minutes.currentData())
        )

    def present(self, target: str) -> None:
        chosen = self.context.preferences.value
        self.language.setCurrentIndex(self.language.findData(chosen.language))
        self.bright.setChecked(chosen.bright)
        self.minutes.setCurrentIndex(self.minutes.findData(chosen.lock_after_minutes))

    def _ask_passphrase(self) -> None:
        dialog = PassphraseDialog(self)
        dialog.asked.connect(partial(self._change_passphrase, dialog))
        dialog.accepted.connect(self._changed_passphrase)
        dialog.open()

    def _change_passphrase(self, dialog: PassphraseDialog, old: str, new: str) -> None:
        change = partial(self.context.workspace.change_passphrase, old, new)
        self.context.tasks.attempt(change, dialog.close_well, dialog.complain)

    def _changed_passphrase(self) -> None:
        self.context.messages.good(self.tr("The passphrase was changed. It counts from now on."))

    def refresh(self, changes: Changes) -> None:
        """Nothing here is a fact of the workspace."""
