"""Pages of a PDF in the window: one below the other, as wide as there is room, or larger."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import IconButton

STEP = 1.25
LEAST, MOST = 0.4, 4.0


class PdfPreview(QWidget):
    """Shows bytes; nothing of them touches the disk.

    Signals:
        page_changed: the number of the page in sight, from 1.
    """

    page_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray()
        self._source = QBuffer(self)
        self._document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # WORKAROUND(PySide6 6.12): a page that just fits is too high without the bar and not with it, and the view
        # would show and hide it for ever
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setAccessibleName(name)
        self.view.pageNavigator().currentPageChanged.connect(self._turned)
        self.where = QLabel()
        theme.set_tone(self.where, theme.Tone.MUTED)
        self.back = IconButton("chevron-left", self.tr("Previous page"))
        self.on = IconButton("chevron-right", self.tr("Next page"))
        self.smaller = IconButton("minus", self.tr("Smaller (Ctrl+-)"))
        self.wide = IconButton("fit-width", self.tr("As wide as the window (Ctrl+0)"))
        self.larger = IconButton("plus", self.tr("Larger (Ctrl++)"))
        self.back.clicked.connect(lambda: self.turn_to(self.page - 1))
        self.on.clicked.connect(lambda: self.turn_to(self.page + 1))
        self.smaller.clicked.connect(lambda: self._zoom(1 / STEP))
        self.larger.clicked.connect(lambda: self._zoom(STEP))
        self.wide.clicked.connect(self._fit)
        for key, button in (
            (QKeySequence.StandardKey.ZoomOut, self.smaller),
            (QKeySequence.StandardKey.ZoomIn, self.larger),
            (QKeySequence("Ctrl+0"), self.wide),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(theme.space(1))
        for widget in (self.back, self.where, self.on):
            self.bar.addWidget(widget)
        self.bar.addStretch(1)
        for widget in (self.smaller, self.wide, self.larger):
            self.bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(self.bar)
        column.addWidget(self.view, 1)
        column.addStretch()
        self._turned(0)

    @property
    def pages(self) -> int:
        """How many pages there are; 0 while nothing is shown."""
        return max(0, self._document.pageCount())

    @property
    def page(self) -> int:
        """The number of the page in sight, from 1."""
        return self.view.pageNavigator().currentPage() + 1

    def show_pdf(self, content: bytes) -> None:
        """Shows *content*, at the page that was in sight before."""
        page = self.page
        self._source.close()
        self._bytes = QByteArray(content)  # the buffer and the document read from it as long as they live
        self._source.setData(self._bytes)
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._source)
        self.turn_to(page)

    def clear(self) -> None:
        """Shows nothing."""
        self._document.close()
        self._source.close()
        self._turned(0)

    def turn_to(self, page: int) -> None:
        """Brings *page* (from 1) into sight, or the nearest one that there is."""
        if self.pages:
            number = min(max(page, 1), self.pages) - 1
            self.view.pageNavigator().jump(number, QPointF(), self.view.zoomFactor())
            self._turned(number)

    def _turned(self, number: int) -> None:
        self.where.setText(f"{number + 1} / {self.pages}")
        said = self.tr("Page {page} of {pages}").format(page=number + 1, pages=self.pages)
        self.where.setAccessibleName(said)
        self.where.setToolTip(said)
        self.where.setVisible(self.pages > 0)
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < self.pages)
        self.view.setVisible(self.pages > 0)
        for button in (self.smaller, self.wide, self.larger):
            button.setEnabled(self.pages > 0)
        if self.pages:
            self.page_changed.emit(number + 1)

    def _zoom(self, by: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self.view.setZoomFactor(self._fitting)
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * by, LEAST), MOST))

    def _fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    @property
    def _fitting(self) -> float:
        """The factor at which the page is as wide as the view."""
        margins = self.view.documentMargins()
        width_pt = self._document.pagePointSize(0).width()
        if not width_pt:
            return 1.0
        room = self.view.viewport().width() - margins.left() - margins.right()
        return room / (width_pt * self.view.logicalDpiX() / 72)
