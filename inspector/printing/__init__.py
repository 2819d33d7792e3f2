"""Documents as PDF: 检查记录, 现场笔录 and photo pages, each made from a record alone; the only home of reportlab.

Vocabulary:

- **template** (文书格式): the fixed wording, text styles and paper of one document, read from resources/forms.
- **galley** (长条): the document before it is cut into pages, one long column of *slices*: a line of text, the rule of
  an empty line, a line of a table, a picture.
- **furniture** (版面): what every page carries whatever its text: signature lines, 第x页 共y页, the version digest.
- **typeface** (字体): a chain of font files. Each character is set in the first one that has it.

Promise: what is printed can be read. Every character of every name prints and extracts as itself, or is reported with
its place before anything is printed; no picture is cut or marked, no signature line stands alone, every page can be
signed, and the same record gives the same bytes on every machine. Nothing is put into the party's mouth: what they
have not said is ruled room for their own hand.
"""

from inspector.printing.documents import DOCUMENTS, Document, document, document_of
from inspector.printing.legibility import unprintable
from inspector.printing.photo_pages import Pictures

__all__ = ["DOCUMENTS", "Document", "Pictures", "document", "document_of", "unprintable"]
