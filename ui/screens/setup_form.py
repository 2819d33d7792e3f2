"""The one form of the first run: who this desk is, who works at it, and the passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.screens.setting_up import Answers, NewOfficer, free_folder
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, PageHeading
from ui.widgets.composition import ENTER
from ui.widgets.field_row import text_row
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.officer_table import OfficerTable
from ui.widgets.page import Page


class SetupForm(QWidget):
    """Asks for everything at once and says at once all that is wrong.

    Signals:
        answered: the Answers, complete.
        left: the person goes back.
    """

    answered = Signal(object)
    left = Signal()

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._is_office = role == "office"
        self.folder = free_folder(role)
        page = Page(width=264)
        page.column.addWidget(self._heading())
        page.column.addWidget(self._desk_card())
        page.column.addWidget(self._officers_card())
        page.column.addWidget(self._passphrase_card())
        page.column.addStretch(1)
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(self._bar())
        self.officers.edited.connect(self._edited)
        for line in (self.bureau, self.station, self.desk, self.passphrase.first, self.passphrase.again):
            line.textEdited.connect(lambda _: self._edited())

    def _heading(self) -> QWidget:
        if self._is_office:
            return PageHeading(
                self.tr("Set up the office desk"),
                self.tr(
                    "The office collects what the laptops bring, keeps the registry and vouches for devices."
                ),
            )
        return PageHeading(
            self.tr("Set up this laptop"),
            self.tr("Everything stays on this computer, encrypted. No network is needed."),
        )

    def _desk_card(self) -> QWidget:
        card = Card(self.tr("Unit"))
        bureau_hint = self.tr("As it stands in the heading of records")
        self.bureau_row, self.bureau = text_row(self.tr("Bureau"), bureau_hint)
        self.station_row, self.station = text_row(
            self.tr("Section") if self._is_office else self.tr("Station"),
            self.tr("May stay empty") if self._is_office else "",
        )
        self.desk_row, self.desk = text_row(
            self.tr("Name of this computer"), self.tr("So that the office can tell it apart")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(5))
        for column, row in enumerate((self.bureau_row, self.station_row, self.desk_row)):
            grid.addWidget(row, 0, column)
            grid.setColumnStretch(column, 1)
        card.column.addLayout(grid)
        return card

    def _officers_card(self) -> QWidget:
        hint = (
            self.tr("Who works at this desk. Each has an own PIN and signs with an own key.")
            if self._is_office
            else self.tr("Inspections need two officers. Each has an own PIN and signs with an own key.")
        )
        card = Card(self.tr("Officers"), hint)
        self.officers = OfficerTable(1 if self._is_office else 2)
        card.column.addWidget(self.officers)
        return card

    def _passphrase_card(self) -> QWidget:
        card = Card(self.tr("Passphrase"))
        self.passphrase = NewPassphrase()
        card.column.addWidget(self.passphrase)
        where = QHBoxLayout()
        self._where = QLabel()
        self._where.setWordWrap(True)
        theme.set_kind(self._where, "small")
        change = Button(self.tr("Keep it elsewhere …"), Weight.LINK, "folder")
        change.clicked.connect(self._choose_folder)
        where.addWidget(self._where, 1)
        where.addWidget(change)
        card.column.addLayout(where)
        self._show_folder()
        return card

    def _bar(self) -> QWidget:
        bar = QFrame()
        theme.set_kind(bar, "bar")
        back = Button(self.tr("Back"), Weight.QUIET, "back")
        back.clicked.connect(self.left)
        self.summary = QLabel()
        theme.set_tone(self.summary, theme.Tone.BAD)
        self.go = Button(self.tr("Set up"), Weight.PRIMARY)
        self.go.clicked.connect(self._answer)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), theme.space(3))
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.summary)
        row.addSpacing(theme.space(3))
        row.addWidget(self.go)
        return bar

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose an empty folder"), str(self.folder.parent)
        )
        if chosen:
            self.keep_in(Path(chosen))

    def keep_in(self, folder: Path) -> None:
        """Keeps the workspace in *folder*."""
        self.folder = folder
        self._show_folder()

    def _show_folder(self) -> None:
        self._where.setText(self.tr("Kept in {folder}").format(folder=self.folder))

    def say_rules(self, _: None = None) -> None:
        """Says what is asked of PINs and the passphrase, as soon as the domain is there to tell."""
        self.officers.say_rule()
        self.passphrase.say_rule()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit):
            self._answer()
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        """Once it was said what is wrong, that is said of what stands there now."""
        if self.summary.text():
            self._complain()

    def _answer(self) -> None:
        first = self._complain()
        if first is not None:
            self._page.ensureWidgetVisible(first, 0, theme.space(20))
            first.setFocus()
            return
        officers = tuple(
            NewOfficer(
                row.name.text().strip(),
                row.certificate.text().strip(),
                row.valid_from.day,
                row.valid_to.day,
                row.pin.text(),
            )
            for row in self.officers.filled()
        )
        self.answered.emit(
            Answers(
                self._role,
                self.bureau.text().strip(),
                self.station.text().strip(),
                self.desk.text().strip(),
                officers,
                self.folder,
                self.passphrase.value,
            )
        )

    def _complain(self) -> QWidget | None:
        """Says all that is wrong, each at its place, and gives the first place."""
        wrong: list[QWidget] = []
        for row in (self.bureau_row, self.station_row, self.desk_row):
            row.accept()
        required = (
            [self.bureau_row, self.desk_row]
            if self._is_office
            else [self.bureau_row, self.station_row, self.desk_row]
        )
        for row in required:
            editor = row.editor
            if isinstance(editor, QLineEdit) and not editor.text().strip():
                row.complain(self.tr("This is needed."))
                wrong.append(editor)
        found = self.officers.problems()
        self.officers.complain(found)
        wrong += [editor for editor, _ in found]
        if (field := self.passphrase.complain()) is not None:
            wrong.append(field)
        self.summary.setText(self.tr("%n place(s) to mend", "", len(wrong)) if wrong else "")
        return wrong[0] if wrong else None
