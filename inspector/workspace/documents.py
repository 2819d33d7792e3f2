"""文书: what can be printed of a visit, as PDF made from its record alone."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from inspector import printing
from inspector.changes import Changes
from inspector.errors import Code, Problem, Trouble
from inspector.inspection.record import Record
from inspector.workspace.photos import Photos
from inspector.workspace.records import Records

PHOTO_PAGES = "photo_pages"


@dataclass(frozen=True)
class Listed:
    """A document of a visit, by its id, with its title as printed."""

    id: str
    title: str


class Documents:
    """Lists and prints. Printing the page for signature is noted as a print of that version."""

    def __init__(self, records: Records, photos: Photos) -> None:
        self._records = records
        self._photos = photos

    def of(self, visit: str) -> tuple[Listed, ...]:
        """The documents that the visit has now: its page, and photo pages if there are photos."""
        record = self._records.record(visit)
        found = [printing.document_of(record)]
        if record.photos:
            found.append(printing.document(PHOTO_PAGES))
        return tuple(Listed(d.id, d.title) for d in found)

    def unprintable(self, visit: str) -> tuple[Problem, ...]:
        """Every character that no font of ours has, with its place: said before printing."""
        return printing.unprintable(self._records.record(visit))

    def preview(self, visit: str, document: str = "", pages: Collection[int] = ()) -> bytes:
        """The PDF of a document (by default the visit's own page), or of those of its pages that are named.

        Raises:
            Trouble: CHARACTER_UNPRINTABLE, DOCUMENT_UNKNOWN, PAGE_UNKNOWN, NOTHING_TO_PRINT; BLOB_DAMAGED for a photo.
        """
        return self._made(visit, self._records.record(visit), document, pages)

    def printed(self, visit: str, document: str = "", pages: Collection[int] = ()) -> bytes:
        """As `preview`, and noted as a print of this version when the visit is final."""
        return self.issued(visit, document, pages)[0]

    def issued(self, visit: str, document: str = "", pages: Collection[int] = ()) -> tuple[bytes, Changes]:
        """As `printed`, with what the note touched."""
        record = self._records.record(visit)
        content = self._made(visit, record, document, pages)
        is_page = not document or document == printing.document_of(record).id
        return content, self._records.note_print(visit) if is_page else Changes()

    def _made(self, visit: str, record: Record, document: str, pages: Collection[int]) -> bytes:
        form = printing.document(document) if document else printing.document_of(record)
        self._photos.copies.prepare(photo.sha256 for photo in record.photos)
        return form.printed(record, self._records.version(visit), partial(self._picture, record), pages)

    def _picture(self, record: Record, sha256: str) -> bytes | None:
        """The photo for its page; a sheet says that it is kept where it cannot be decoded or is not on this desk."""
        try:
            return self._photos.copies.print_copy(sha256)
        except Trouble as trouble:
            if trouble.code is Code.BLOB_MISSING:
                return None
            named = (
                Problem(
                    "photo_named",
                    f"{number}",
                    {"name": p.original_name, "caption": p.caption, "sha256": sha256[:16]},
                )
                for number, p in enumerate(record.photos, 1)
                if p.sha256 == sha256
            )
            raise Trouble(trouble.code, problems=(*trouble.problems, *named), **trouble.context) from trouble
