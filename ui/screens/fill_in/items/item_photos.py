"""The photos of the item at hand: what to take, what is there, and three ways to bring more in."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.evidence.intake import Arrival, Source
from ui import text, theme
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.card import small
from ui.widgets.photo_strip import PhotoStrip, Thumbnail

if TYPE_CHECKING:
    from inspector.workspace.photos import Added, Arrive

_A_WRITE = 24  # photos: about half a second


class ItemPhotos(QWidget):
    """Takes photos onto the item at hand; originals are stored first, thumbnails come when they are made."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way, self._address = way, ""
        self.wanted = small("")
        self.strip = PhotoStrip(self.tr("Photos of this item"), way.context.preferences)
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
        """Takes files in; one that cannot be read is said and does not stop the others."""
        self._take([partial(Arrival.of_file, file, source) for file in files])

    def _take_picture(self, content: bytes) -> None:
        name = self.tr("pasted picture") + ".png"
        self._take([partial(Arrival, content, name, Source.PASTE)])

    def _take(self, arrivals: "list[Arrive]") -> None:
        """A few with each write, so that an answer does not wait behind a whole card."""
        context, visit, address = self._way.context, self._way.visit(), self._address

        def add(some: "list[Arrive]") -> "tuple[Added, Changes]":
            added = context.workspace.photos.add_all(visit, some, item=address)
            return added, added.changes

        for start in range(0, len(arrivals), _A_WRITE):
            context.add(partial(add, arrivals[start : start + _A_WRITE]), self._taken)

    def _taken(self, added: "Added") -> None:
        self._way.context.developing.want([facts.sha256 for _, facts in added.photos])
        for _, facts in added.known:
            self._way.context.messages.note(text.sentence("photo_known", name=facts.original_name))
        for trouble in added.unread:
            self._way.context.messages.trouble(trouble)

    def _remove(self, photo: str) -> None:
        self._way.context.write(partial(self._way.context.workspace.photos.remove, photo))

    def _thumbnails(
        self, address: str, wanted: list[tuple[str, str, str]]
    ) -> tuple[str, tuple[Thumbnail, ...], tuple[str, ...]]:
        copies = self._way.context.workspace.photos.copies
        found = {sha256: copies.thumbnail(sha256) for _, _, sha256 in wanted}
        shown = tuple(Thumbnail(entity, caption, found[sha256]) for entity, caption, sha256 in wanted)
        return address, shown, tuple(sha256 for sha256, picture in found.items() if picture is None)

    def _show(self, found: tuple[str, tuple[Thumbnail, ...], tuple[str, ...]]) -> None:
        address, shown, missing = found
        self._way.context.developing.want(missing)  # such as those that a killed program has left
        if address == self._address:
            self.strip.show_photos(shown)
