"""A strip of photos: thumbnails side by side, a button to add more, and a place to drop or paste them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from ui import theme
from ui.folders import Purpose, folder_for, note_folder
from ui.preferences import Preferences
from ui.widgets.button import Button

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Thumbnail:
    """A photo as the strip shows it; `picture` is the thumbnail's bytes, None while there is none (yet, or ever)."""

    name: str
    caption: str
    picture: bytes | None = None


class PhotoStrip(QFrame):
    """Shows thumbnails and takes photos in.

    Signals:
        files_given: paths chosen in a dialog or dropped (a list of Path).
        picture_given: the bytes of a picture that was pasted, as PNG.
        opened: the name of the thumbnail that was activated.
        remove_asked: the name of the thumbnail that the person wants to take off.
    """

    files_given = Signal(list)
    picture_given = Signal(bytes)
    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, name: str, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setAcceptDrops(True)
        side = theme.space(16)
        self.list = QListWidget()
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setIconSize(QSize(side, side))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(side + theme.space(5))  # with room for the bar below them
        self.list.setAcceptDrops(False)
        self.list.setAccessibleName(name)
        theme.set_kind(self.list, "strip")
        self.list.itemActivated.connect(lambda row: self.opened.emit(row.data(_NAME)))
        self.list.installEventFilter(self)
        self.add = Button(self.tr("Add photos"), icon="camera")
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.setToolTip(self.tr("Choose files, drop them here, or paste"))
        self.add.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(1), theme.space(1), theme.space(1), theme.space(1))
        row.setSpacing(theme.space(3))
        row.addWidget(self.list, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        self.show_photos(())

    def show_photos(self, photos: Sequence[Thumbnail]) -> None:
        """Shows *photos* in their order; without any, the strip is just its button."""
        self.list.clear()
        for photo in photos:
            row = QListWidgetItem()
            row.setData(_NAME, photo.name)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, photo.caption)
            row.setToolTip(photo.caption)
            row.setIcon(_picture(photo, self.list.iconSize().width()))
            row.setSizeHint(QSize(theme.space(18), theme.space(17)))
            self.list.addItem(row)
        self.list.setVisible(bool(photos))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                self.take(QGuiApplication.clipboard().mimeData())
                return True
            current = self.list.currentItem()
            if event.matches(QKeySequence.StandardKey.Delete) and current is not None:
                self.remove_asked.emit(current.data(_NAME))
                return True
        return super().eventFilter(watched, event)

    def take(self, given: QMimeData) -> None:
        """Takes in what was dropped or pasted: files as they are, a bare picture as PNG."""
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif given.hasImage():
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, QByteArray(b"png")).write(QImage(given.imageData()))
            self.picture_given.emit(bytes(buffer.data().data()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            theme.set_kind(self, "drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        theme.set_kind(self, "")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        theme.set_kind(self, "")
        self.take(event.mimeData())
        event.acceptProposedAction()

    def _choose(self) -> None:
        kinds = self.tr("Photos") + " (*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.bmp *.webp *.gif)"
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add photos"),
            folder_for(Purpose.PHOTOS, self._preferences),
            kinds + ";;" + self.tr("All files") + " (*)",
        )
        if names:
            note_folder(Purpose.PHOTOS, self._preferences, Path(names[0]))
            self.files_given.emit([Path(name) for name in names])


def _picture(photo: Thumbnail, side: int) -> QPixmap:
    """The thumbnail on a square ground; a sign where there is no preview."""
    found = QPixmap()
    if photo.picture is not None and found.loadFromData(photo.picture):
        return found.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return theme.icon("evidence", theme.colours().edge).pixmap(side // 2, side // 2)
