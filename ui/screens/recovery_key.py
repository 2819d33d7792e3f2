"""The office's recovery key, shown once: to be printed or saved, and given to two custodians."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, PageHeading


class RecoveryKey(QWidget):
    """Goes on only when the person confirms that the key is kept.

    Signals:
        kept: it is.
    """

    kept = Signal()

    def __init__(self, key: str, bureau: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._bureau = key, bureau
        heading = PageHeading(
            self.tr("Recovery key of the office"),
            self.tr(
                "It opens the records of the office and of its laptops when a passphrase is lost. It can read, never sign. "
                "It is shown only now and stored nowhere."
            ),
        )
        card = Card()
        self.key = QLabel(key)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(theme.text_size(1.05))
        self.key.setFont(mono)
        self.key.setWordWrap(True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setAccessibleName(self.tr("Recovery key"))
        print_ = Button(self.tr("Print"), icon="print")
        print_.clicked.connect(self._print)
        save = Button(self.tr("Save to a file …"), icon="save")
        save.clicked.connect(self._save)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(print_)
        ways.addWidget(save)
        ways.addStretch(1)
        self.confirmed = QCheckBox(
            self.tr("The key is printed or saved, and two custodians keep it apart from this computer")
        )
        self.go_on = Button(self.tr("Continue"), Weight.PRIMARY)
        self.go_on.setEnabled(False)
        self.confirmed.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.kept)
        card.column.addWidget(self.key)
        card.column.addLayout(ways)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(5))
        column.addStretch(1)
        for widget in (heading, card, self.confirmed):
            column.addWidget(widget)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(2)

    def sheet(self) -> str:
        """The sheet of paper, as plain text."""
        return "\n\n".join(
            (
                f"{self._bureau} · {self.tr('Recovery key of the office')}",
                self._key,
                self.tr(
                    "Keep it in two places under two custodians, apart from the computers. It can read, never sign."
                ),
            )
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setPlainText(self.sheet())
            document.print_(printer)

    def _save(self) -> None:
        name = self.tr("Recovery key") + ".txt"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save to a file …"), name)
        if chosen:
            Path(chosen).write_text(self.sheet() + "\n", encoding="utf-8")
