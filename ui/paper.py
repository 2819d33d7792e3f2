"""Paper: which printer, and the pages of a PDF put on it as large as they are."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from inspector.errors import Code, Trouble
from inspector.progress import Report

DPI = 300
"""Dots per inch at which pages are rendered: small print and the digest stay sharp."""

POINTS = 72

Chosen = Callable[[QPrinter, Sequence[int]], object]


def choose(parent: QWidget, pages: int, page: int, then: Chosen) -> QPrintDialog:
    """Asks for printer, copies and pages; *then* is given the printer and the numbers of the pages, from 1.

    Args:
        parent: what the dialog belongs to.
        pages: how many there are.
        page: the one in sight, offered as the current page.
        then: what is done when the person agrees.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange
        | QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage
        | QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies
        | QAbstractPrintDialog.PrintDialogOption.PrintToFile
    )
    dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda: then(printer, wanted(printer, pages, page)))
    QDialog.open(dialog)  # the print dialog's own `open` wants a slot by name
    return dialog


def wanted(printer: QPrinter, pages: int, page: int) -> Sequence[int]:
    """The numbers of the pages that were asked for in the dialog, from 1."""
    match printer.printRange():
        case QPrinter.PrintRange.CurrentPage:
            return (page,)
        case QPrinter.PrintRange.PageRange:
            return range(max(1, printer.fromPage()), min(pages, printer.toPage() or pages) + 1)
        case _:
            return range(1, pages + 1)


def put_on(printer: QPrinter, content: bytes, pages: Sequence[int], report: Report) -> None:
    """Prints those pages of the PDF *content*; for a thread beside the window.

    A page keeps its size, and becomes smaller where the paper is.

    Raises:
        Trouble: PRINTER_REFUSED. Cancelled: by *report*.
    """
    source = QBuffer()
    held = QByteArray(content)  # the document reads from it as long as it lives
    source.setData(held)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble(Code.PRINTER_REFUSED, printer=printer.printerName() or printer.outputFileName())
    with ExitStack() as ended, ExitStack() as undone:
        ended.callback(document.close)
        ended.callback(painter.end)
        undone.callback(printer.abort)
        for done, page in enumerate(pages):
            report(done, len(pages), "")
            if done:
                printer.newPage()
            _draw(painter, printer, document, page - 1)
        report(len(pages), len(pages), "")
        undone.pop_all()


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    size = document.pagePointSize(number)
    dots = QSize(round(size.width() * DPI / POINTS), round(size.height() * DPI / POINTS))
    picture = on_white(document.render(number, dots))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    width, height = (side * printer.resolution() / POINTS for side in (size.width(), size.height()))
    fit = min(1.0, paper.width() / width, paper.height() / height)
    painter.drawImage(QRectF(0, 0, width * fit, height * fit), picture)


def on_white(page: QImage) -> QImage:
    """A rendered page, which has no ground of its own, as it is on paper."""
    ground = QImage(page.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, page)
    painter.end()
    return ground
