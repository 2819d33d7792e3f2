"""手写更正: what the party corrected by hand on the signed page, copied beside its scan."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.changes import Changes
from ui import theme
from ui.screens.fill_in.finish.finishing import CORRECTIONS
from ui.screens.fill_in.step import Way
from ui.theme import Tone
from ui.widgets.chip import Chip
from ui.widgets.field_row import FieldRow
from ui.widgets.kept_text import KeptText

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.album import Leaf


class HandCopy(QWidget):
    """One scan by its name, and the corrections that stand on it. Where there are any, the paper prevails."""

    def __init__(self, way: Way, scan: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way, self._scan = way, scan
        line = QLabel(name)
        line.setWordWrap(True)
        self.prevails = Chip(self.tr("The paper prevails"), Tone.WARN)
        label = self.tr("Corrected by hand on it")
        self.text = KeptText(f"{label}: {name}", lines=2)
        self.text.set_placeholder(
            self.tr("Word for word what was corrected by hand with a thumbprint; empty where nothing was")
        )
        self.text.drafted.connect(self._keep)
        self.text.settled.connect(self._settle)
        head = QHBoxLayout()
        head.addWidget(line, 1)
        head.addWidget(self.prevails)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(head)
        column.addWidget(FieldRow(label, self.text))

    def show_scan(self, scan: "Leaf", draft: str | None) -> None:
        self.text.show_text(scan.corrections, draft)
        self.prevails.setVisible(bool(scan.corrections))

    def _keep(self, typed: str) -> None:
        drafts = self._way.context.workspace.drafts
        self._way.context.tasks.write(partial(drafts.keep, self._scan, CORRECTIONS, typed))

    def _settle(self, typed: str) -> None:
        self._way.context.write(partial(_copy, self._way.context.workspace, self._scan, typed))


def _copy(workspace: "Workspace", scan: str, typed: str) -> Changes:
    changes = workspace.photos.transcribe(scan, typed)
    workspace.drafts.drop(scan, CORRECTIONS)
    return changes
