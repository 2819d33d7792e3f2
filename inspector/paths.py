"""Places on disk and resources, in the source tree and in the frozen program: the only module that knows."""

import sys
from pathlib import Path

import platformdirs

APPLICATION = "inspector"


def resources() -> Path:
    """The folder `resources/` beside the packages, or inside the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"


def resource(*parts: str) -> Path:
    """One file or folder below `resources/`."""
    return resources().joinpath(*parts)


def home() -> Path:
    """Where this person's workspaces and settings live unless told otherwise (INSPECTOR_HOME moves it, for tests)."""
    import os

    moved = os.environ.get("INSPECTOR_HOME")
    return Path(moved) if moved else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def settings_file() -> Path:
    """The file of settings that belong to this person on this machine, not to a workspace."""
    return home() / "settings.json"


class WorkspacePlaces:
    """The files of one workspace folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.keys = root / "keys.json"
        self.unfinished = root / "unfinished"
        self.database = root / "workspace.db"
        self.lock = root / "in-use.lock"
        self.vault = root / "vault"
        self.derived = root / "derived"
        self.copies = root / "copies"
        self.exchange = root / "exchange"

    @property
    def is_unfinished(self) -> bool:
        """Whether the making of a workspace was cut short here: it is marked, and its keys were never kept."""
        return self.unfinished.exists() and not self.keys.exists()
