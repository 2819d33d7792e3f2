"""The documents that can be printed, each by its id: the one mechanism for lists, prints and previews."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from types import MappingProxyType

from inspector.errors import Code, Trouble
from inspector.inspection.record import Form, Record
from inspector.printing import inspection_record, onsite_record, particulars, photo_pages
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.legibility import unprintable
from inspector.printing.photo_pages import Pictures
from inspector.printing.press import printed
from inspector.printing.template import template


@dataclass(frozen=True)
class Document:
    """A document made from a record. Its template is resources/forms/*id*.yaml."""

    id: str
    compose: Callable[[Galley, Furniture, Record, Pictures], None]

    @property
    def title(self) -> str:
        return template(self.id).title

    def printed(
        self, record: Record, version_digest: str, pictures: Pictures, pages: Collection[int] = ()
    ) -> bytes:
        """The PDF of *record*, or of those of its *pages* that are named; the same bytes each time.

        *version_digest* is the SHA-256 of the stored record.json, and may differ from that of a record read back by a
        newer program. *pictures* is asked only for pages that are printed.

        Raises:
            Trouble: CHARACTER_UNPRINTABLE with every character that no font has and its place; PAGE_UNKNOWN.
        """
        missing = unprintable(record)
        if missing:
            raise Trouble(
                Code.CHARACTER_UNPRINTABLE, problems=missing, document=self.title, count=len(missing)
            )
        galley = Galley(template(self.id))
        furniture = particulars.furniture(galley.template, record, version_digest)
        self.compose(galley, furniture, record, pictures)
        return printed(galley, furniture, record.bureau, pages)


DOCUMENTS = MappingProxyType(
    {
        document.id: document
        for document in (
            Document(Form.INSPECTION_RECORD, inspection_record.compose),
            Document(Form.ONSITE_RECORD, onsite_record.compose),
            Document("photo_pages", photo_pages.compose),
        )
    }
)


def document(document_id: str) -> Document:
    """The document called *document_id*.

    Raises:
        Trouble: DOCUMENT_UNKNOWN.
    """
    if document_id not in DOCUMENTS:
        raise Trouble(Code.DOCUMENT_UNKNOWN, document=document_id, known=", ".join(DOCUMENTS))
    return DOCUMENTS[document_id]


def document_of(record: Record) -> Document:
    """The document that a visit ends in: 检查记录 or 现场笔录."""
    return DOCUMENTS[record.form]
