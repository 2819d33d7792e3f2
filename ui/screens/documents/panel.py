"""One sheet in the window, and the buttons that put it on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.progress import Report
from ui import paper, text, theme
from ui.folders import Purpose, folder_for, note_folder
from ui.screens.documents import illegible
from ui.screens.documents.sheets import Sheet
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, small
from ui.widgets.link_list import LinkList, MissingLink
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.progress_card import ProgressCard

if TYPE_CHECKING:
    from inspector.workspace import Workspace


@dataclass(frozen=True)
class _Made:
    """The pages, or why there are none and where that is mended."""

    content: bytes = b""
    trouble: Trouble | None = None
    links: tuple[MissingLink, ...] = ()


class SheetPanel(QWidget):
    """Preview, print, print one page, save.

    Signals:
        followed: the place in the visit where a character that cannot be printed stands.
    """

    followed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: Sheet | None = None
        self.preview = PdfPreview(self.tr("Preview"))
        self.refusal = Card()
        self.refused = QLabel()
        self.refused.setWordWrap(True)
        theme.set_tone(self.refused, Tone.BAD)
        self.links = LinkList("")
        self.links.followed.connect(self.followed)
        self.refusal.column.addWidget(self.refused)
        self.refusal.column.addWidget(self.links)
        self.refusal.column.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.preview)
        self.pages.addWidget(self.refusal)
        self.print = Button(self.tr("Print"), Weight.PRIMARY, "print")
        self.print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.print.setToolTip("Ctrl+P")
        self.print.clicked.connect(self._choose_printer)
        self.one = Button(self.tr("This page only"), icon="documents")
        self.one.setToolTip(self.tr("Prints the page in sight anew, as one that was spoiled"))
        self.one.clicked.connect(self._choose_printer_for_one)
        self.save = Button(self.tr("Save as PDF"), icon="save")
        self._words = {button: button.text() for button in (self.one, self.save)}
        for button, words in self._words.items():
            button.setAccessibleName(words)
        self.save.setToolTip(self.save.text())
        self.save.clicked.connect(self._choose_file)
        self.hint = small("")
        self.progress = ProgressCard()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.save)
        buttons.addWidget(self.one)
        buttons.addStretch(1)
        buttons.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(buttons)
        column.addWidget(self.hint)
        column.addWidget(self.progress)
        column.addWidget(self.pages, 1)
        self.setMinimumWidth(theme.space(70))
        self._allow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the icons stand alone."""
        for button, words in self._words.items():
            button.setText(words if event.size().width() >= theme.space(110) else "")
        super().resizeEvent(event)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Shows *sheet*; nothing is made anew while it is the one that is shown."""
        if sheet == self.sheet:
            return
        self.sheet = sheet
        self._allow()
        if sheet is None:
            self.preview.clear()
            return
        work = partial(_make, self.context.workspace, sheet)
        self.context.tasks.follow(lambda _: work(), partial(self._show, sheet), partial(self._fail, sheet))

    def _show(self, sheet: Sheet, made: _Made) -> None:
        if sheet != self.sheet:
            return
        if made.trouble is not None:
            self._fail(sheet, made.trouble, made.links)
            return
        self.preview.show_pdf(made.content)
        self.pages.setCurrentWidget(self.preview)
        self._allow()

    def _fail(self, sheet: Sheet, trouble: Trouble, links: Sequence[MissingLink] = ()) -> None:
        if sheet == self.sheet:
            self.preview.clear()
            self.refused.setText(text.told(trouble))
            self.links.show_links(links)
            self.links.setVisible(bool(links))
            self.pages.setCurrentWidget(self.refusal)
            self._allow()

    def _allow(self) -> None:
        """A draft is looked at, not printed: what is signed has its version listed."""
        is_final = self.sheet is not None and self.sheet.is_final
        for button in (self.print, self.one, self.save):
            button.setEnabled(is_final and self.preview.pages > 0)
        self.hint.setText(
            "" if is_final or self.sheet is None else self.tr("A draft. It can be printed once it is final.")
        )
        self.hint.setVisible(bool(self.hint.text()))

    def _choose_printer(self) -> None:
        paper.choose(self, self.preview.pages, self.preview.page, self._print)

    def _choose_printer_for_one(self) -> None:
        page = self.preview.page
        paper.choose(self, 1, 1, lambda printer, _: self._print(printer, (page,)))

    def _print(self, printer: QPrinter, pages: Sequence[int]) -> None:
        if self.sheet is not None:
            issue = partial(self.context.workspace.documents.issued, self.sheet.visit, self.sheet.document)
            self.context.add(issue, partial(self._put_on_paper, printer, pages))

    def _put_on_paper(self, printer: QPrinter, pages: Sequence[int], content: bytes) -> None:
        def work(report: Report) -> None:
            paper.put_on(printer, content, pages, report)

        job = self.context.tasks.follow(work, self._printed)
        self.progress.follow(job, self.tr("Printing"))

    def _printed(self, _: None) -> None:
        self.context.messages.good(self.tr("The pages went to the printer."))

    def _choose_file(self) -> None:
        if self.sheet is None:
            return
        folder = folder_for(Purpose.PAPERS, self.context.preferences)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(Path(folder) / self.sheet.file), "PDF (*.pdf)"
        )
        if name:
            note_folder(Purpose.PAPERS, self.context.preferences, Path(name))
            issue = partial(self.context.workspace.documents.issued, self.sheet.visit, self.sheet.document)
            self.context.add(issue, partial(self._write, Path(name)))

    def _write(self, path: Path, content: bytes) -> None:
        self.context.tasks.run(partial(durable.write, path, (content,)), partial(self._saved, path))

    def _saved(self, path: Path, _: None) -> None:
        self.context.messages.good(self.tr("Saved as {file}.").format(file=path.name))


def _make(workspace: "Workspace", sheet: Sheet) -> _Made:
    try:
        return _Made(workspace.documents.preview(sheet.visit, sheet.document))
    except Trouble as trouble:
        if trouble.code is not Code.CHARACTER_UNPRINTABLE:
            raise
        record, inspection = workspace.records.record(sheet.visit), workspace.inspections.read(sheet.visit)
        return _Made(trouble=trouble, links=illegible.links(trouble.problems, record, inspection))
