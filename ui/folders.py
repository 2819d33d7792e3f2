"""Where a person looks for files: for each purpose the folder used last, else the one where such files are kept."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.preferences import Preferences


class Purpose(StrEnum):
    """What files are chosen for."""

    PHOTOS = "photos"
    SCANS = "scans"
    PAPERS = "papers"


def folder_for(purpose: Purpose, preferences: Preferences) -> str:
    """The folder in which a file dialog of that purpose begins."""
    last = preferences.value.folders.get(purpose.value, "")
    return last if last and Path(last).is_dir() else usual_folder(purpose)


def usual_folder(purpose: Purpose = Purpose.PAPERS) -> str:
    """Where such files are kept by custom: 图片 or 文档, or the person's own folder where there is no such place."""
    location = (
        QStandardPaths.StandardLocation.PicturesLocation
        if purpose is Purpose.PHOTOS
        else QStandardPaths.StandardLocation.DocumentsLocation
    )
    found = QStandardPaths.writableLocation(location)
    return found if found and Path(found).is_dir() else str(Path.home())


def note_folder(purpose: Purpose, preferences: Preferences, file: Path) -> None:
    """Keeps in mind where *file* was chosen."""
    folder = str(file.parent)
    if preferences.value.folders.get(purpose.value) != folder:
        preferences.change(folders={**preferences.value.folders, purpose.value: folder})
