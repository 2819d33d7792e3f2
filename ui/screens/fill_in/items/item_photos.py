"""The photos of the item at hand: what to take, what is there, and three ways to bring more in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.evidence.intake import Arrival, Source
from ui import text, theme
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.card import small
from ui.widgets.photo_strip import PhotoStrip, Thumbnail


class ItemPhotos(QWidget):
    """Takes photos onto the item at hand; originals are stored first, thumbnails come when they are made."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way, self._address = way, ""
        self.wanted = small("")
        self.strip = PhotoStrip(self.tr("Photos of this item"))
        self.strip.files_given.connect(partial(self.take_files, source=Source.DIALOG))
        self.strip.picture_given.connect(self._take_picture)
        self.strip.remove_asked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.wanted)
        column.addWidget(self.strip)

    def show_line(self, row: LineRow, visited: Visited) -> None:
        """Shows the photos of that line."""
        self._address = row.line.address
        photo = row.line.item.photo
        self.wanted.setText(
            self.tr("Photograph: {what}").format(what=photo.of(text.language())) if photo else ""
        )
        self.wanted.setVisible(photo is not None)
        self.strip.add.setEnabled(visited.is_writable)
        there = visited.inspection.photos_on(self._address)
        wanted = [(p.id, p.caption or str(p.facts.get("original_name", "")), p.sha256) for p in there]
        self._way.context.tasks.run(partial(self._thumbnails, self._address, wanted), self._show)

    def take_files(self, files: list[Path], source: Source) -> None:
        """Takes files in, one after the other; one that cannot be read is said and does not stop the others."""
        for file in files:
            self._take(partial(Arrival.of_file, file, source))

    def _take_picture(self, content: bytes) -> None:
        name = self.tr("pasted picture") + ".png"
        self._take(lambda: Arrival(content, name, Source.PASTE))

    def _take(self, arrive: Callable[[], Arrival]) -> None:
        context, visit, address = self._way.context, self._way.visit(), self._address
        photos = context.workspace.photos

        def add() -> tuple[str, Changes]:
            entity, changes = photos.add(visit, arrive(), item=address)
            inspection = context.workspace.inspections.read(visit)
            return next(p.sha256 for p in inspection.photos if p.id == entity), changes

        context.add(add, self._develop)

    def _develop(self, sha256: str) -> None:
        self._way.context.developing.want([sha256])

    def _remove(self, photo: str) -> None:
        self._way.context.write(partial(self._way.context.workspace.photos.remove, photo))

    def _thumbnails(
        self, address: str, wanted: list[tuple[str, str, str]]
    ) -> tuple[str, tuple[Thumbnail, ...]]:
        photos = self._way.context.workspace.photos
        return address, tuple(
            Thumbnail(entity, caption, photos.thumbnail(sha)) for entity, caption, sha in wanted
        )

    def _show(self, found: tuple[str, tuple[Thumbnail, ...]]) -> None:
        if found[0] == self._address:
            self.strip.show_photos(found[1])
