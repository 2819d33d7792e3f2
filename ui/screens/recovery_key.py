"""The office's recovery key, shown once: to be printed or saved, and given to two custodians."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QShowEvent, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.errors import Trouble
from inspector.evidence import durable
from ui import text, theme
from ui.dialogs.dialog import Question
from ui.folders import usual_folder
from ui.tasks import Tasks
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, PageHeading, small


class RecoveryKey(QWidget):
    """Goes on only when the key was printed or saved and the person confirms that it is kept; asks before the window closes.

    Signals:
        kept: it is.
    """

    kept = Signal()

    def __init__(self, key: str, bureau: str, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._bureau, self._tasks = key, bureau, tasks
        self._may_close = False
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
        self.save = Button(self.tr("Save to a file …"), icon="save")
        self.save.clicked.connect(self._save)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(print_)
        ways.addWidget(self.save)
        ways.addStretch(1)
        self.said = small(self.tr("Print the key or save it first."))
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.confirmed = QCheckBox(
            self.tr("The key is printed or saved, and two custodians keep it apart from this computer")
        )
        self.confirmed.setEnabled(False)
        self.go_on = Button(self.tr("Continue"), Weight.PRIMARY)
        self.go_on.setEnabled(False)
        self.confirmed.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.kept)
        card.column.addWidget(self.key)
        card.column.addLayout(ways)
        card.column.addWidget(self.said)
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
            self._done(self.tr("The key went to the printer."))

    def _save(self) -> None:
        name = self.tr("Recovery key") + ".txt"
        suggested = str(Path(usual_folder()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save to a file …"), suggested)
        if chosen:
            sheet = (self.sheet() + "\n").encode()
            then = partial(self._saved, chosen)
            self._tasks.run(partial(durable.write, Path(chosen), (sheet,)), then, self._not_saved)

    def _saved(self, file: str, _: None) -> None:
        self._done(self.tr("Saved as {file}.").format(file=file))

    def _not_saved(self, trouble: Trouble) -> None:
        self._say(text.told(trouble), Tone.BAD)

    def _done(self, words: str) -> None:
        self._say(words, Tone.GOOD)
        self.confirmed.setEnabled(True)

    def _say(self, words: str, tone: Tone) -> None:
        self.said.setText(words)
        theme.set_tone(self.said, tone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key is nowhere but here: the window stays until the person wants to do without."""
        if event.type() is not QEvent.Type.Close or self._may_close or not self.isVisible():
            return super().eventFilter(watched, event)
        event.ignore()
        question = Question(
            self.tr("Close without the recovery key?"),
            self.tr(
                "It is stored nowhere and cannot be shown again. When the passphrase is lost then, nobody can read the "
                "records of this office."
            ),
            self.tr("Close without the key"),
            self.tr("Keep the key first"),
            self,
        )
        question.accepted.connect(self._close)
        question.open()
        return True

    def _close(self) -> None:
        self._may_close = True
        self.window().close()
