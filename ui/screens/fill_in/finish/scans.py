"""扫描件: the signed page come back as a file, or noted as to follow (待回传)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.evidence.intake import Arrival, Source
from ui import theme
from ui.folders import Purpose, folder_for, note_folder
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.finish.hand_copy import HandCopy
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button

if TYPE_CHECKING:
    from inspector.workspace import Workspace


class ScansPart(Part):
    """Takes files from the dialog or dropped upon it, before the lock and after.

    What was corrected by hand on a page is copied beside its scan.
    """

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Scan of the signed page"), parent=parent)
        self.setAcceptDrops(True)
        self.choose = Button(self.tr("Add the scan"), icon="folder")
        self.choose.setToolTip(self.tr("Choose files, or drop them here"))
        self.choose.clicked.connect(self._choose)
        self.pending = QCheckBox(self.tr("Follows later"))
        self.pending.clicked.connect(self._expect)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(1))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.choose)
        self.column.addWidget(self.pending)
        self.names: list[str] = []
        self.copies: dict[str, HandCopy] = {}

    def show_visit(self, visited: Visited) -> None:
        self.pending.setChecked(visited.inspection.visit.scan_pending)
        self.pending.setEnabled(not visited.inspection.locked)

    def show_finishing(self, found: Finishing) -> None:
        if [scan.entity for scan in found.scans] != list(self.copies):
            self._rebuild(found)
        for scan in found.scans:
            self.copies[scan.entity].show_scan(scan, found.drafts.get(scan.entity))
        self.pending.setVisible(not found.scans)

    def settle(self) -> None:
        for copy in self.copies.values():
            copy.text.settle()

    def go_to(self, place: str) -> bool:
        if place != "scan":
            return False
        self.choose.setFocus()
        return True

    def take(self, files: Sequence[Path]) -> None:
        """Takes the files in, one after the other."""
        for file in files:
            self.context.add(partial(_add, self.context.workspace, self.way.visit(), file), self._added)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            theme.set_kind(self, "drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        theme.set_kind(self, "card")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        theme.set_kind(self, "card")
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _rebuild(self, found: Finishing) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.names = [leaf.facts.original_name if leaf.facts else leaf.sha256[:16] for leaf in found.scans]
        self.copies = {}
        for scan, name in zip(found.scans, self.names, strict=True):
            self.copies[scan.entity] = HandCopy(self.way, scan.entity, name)
            self._rows.addWidget(self.copies[scan.entity])

    def _choose(self) -> None:
        kinds = self.tr("Scans") + " (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic *.ofd)"
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add the scan"),
            folder_for(Purpose.SCANS, self.context.preferences),
            kinds + ";;" + self.tr("All files") + " (*)",
        )
        if names:
            note_folder(Purpose.SCANS, self.context.preferences, Path(names[0]))
        self.take([Path(name) for name in names])

    def _added(self, _: str) -> None:
        self.context.messages.good(self.tr("The scan was added and is kept unchanged."))

    def _expect(self) -> None:
        records = self.context.workspace.records
        self.context.write(partial(records.expect_scan, self.way.visit(), self.pending.isChecked()))


def _add(workspace: "Workspace", visit: str, file: Path) -> tuple[str, Changes]:
    return workspace.photos.add_scan(visit, Arrival.of_file(file, Source.SCAN))
