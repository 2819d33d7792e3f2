"""What the step shows besides the visit, read in one go beside the window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.screens.documents import sheets
from ui.screens.documents.sheets import Sheet

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.album import Leaf
    from inspector.workspace.records import Sealed


@dataclass(frozen=True)
class Finishing:
    """`scans` are the signed pages that came back; `sealed` is the lock, once there is one."""

    visit: str
    sheets: tuple[Sheet, ...]
    scans: "tuple[Leaf, ...]"
    sealed: "Sealed | None"

    @property
    def digest(self) -> str:
        """The digest of the version as it would be printed now."""
        return self.sheets[0].digest


def read(workspace: "Workspace", visit: str) -> Finishing:
    """Reads it; for a thread beside the window.

    Raises:
        Trouble: THING_UNKNOWN.
    """
    return Finishing(
        visit,
        sheets.read(workspace, visit),
        tuple(leaf for leaf in workspace.album.of(visit) if leaf.is_scan),
        workspace.records.sealed(visit),
    )
