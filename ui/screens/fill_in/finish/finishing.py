"""What the step shows besides the visit, read in one go beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.screens.documents import sheets
from ui.screens.documents.sheets import Sheet

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.album import Leaf
    from inspector.workspace.records import Sealed

CORRECTIONS = "corrections"


@dataclass(frozen=True)
class Finishing:
    """`scans` are the signed pages that came back; `sealed` is the lock, once there is one.

    `drafts` is what is being copied from each page, by its scan, and was not said yet.
    """

    visit: str
    sheets: tuple[Sheet, ...]
    scans: "tuple[Leaf, ...]"
    sealed: "Sealed | None"
    drafts: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The digest of the version as it would be printed now."""
        return self.sheets[0].digest


def read(workspace: "Workspace", visit: str) -> Finishing:
    """Reads it; for a thread beside the window.

    Raises:
        Trouble: THING_UNKNOWN.
    """
    scans = tuple(leaf for leaf in workspace.album.of(visit) if leaf.is_scan)
    drafts = {scan.entity: workspace.drafts.below(scan.entity) for scan in scans}
    return Finishing(
        visit,
        sheets.read(workspace, visit),
        scans,
        workspace.records.sealed(visit),
        {scan: texts[(scan, CORRECTIONS)] for scan, texts in drafts.items() if (scan, CORRECTIONS) in texts},
    )
