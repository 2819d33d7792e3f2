"""The one window: a door or the shell, and messages that float over it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.messages import MessageBar
from ui.widgets.emblem import window_icon

FRAME = 10
"""The height of the title bar and the borders that the desktop draws around the window, in steps."""


class MainWindow(QMainWindow):
    """Holds one page at a time.

    Signals:
        lock_asked: the person locks the window.
        closing: it is being closed; whatever has to be kept is to be kept now.
    """

    lock_asked = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.say_title()
        self.setWindowIcon(window_icon())
        self.pages = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.messages = MessageBar(whole)
        self.setCentralWidget(whole)
        self.setMinimumSize(theme.space(230), theme.space(150))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_asked)

    def fit(self, available: QSize) -> None:
        """Takes its usual size, or what is *available* on the screen less the frame around the window."""
        usual = QSize(theme.space(320), theme.space(190))
        self.resize(usual.boundedTo(available - QSize(theme.space(2), theme.space(FRAME))))

    def say_title(self) -> None:
        """Names the window in the language that is spoken."""
        self.setWindowTitle(self.tr("Inspector"))

    def show_page(self, page: QWidget) -> None:
        """Puts *page* in sight and the cursor where it belongs."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        page.setFocus()

    def forget_page(self, page: QWidget) -> None:
        """Takes *page* away for good."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def come_forward(self) -> None:
        """Shows the window above all others, as a second start of the program asks for."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if (editor := self.focusWidget()) is not None:
            editor.clearFocus()  # so that it takes what was typed as said
        self.hide()
        self.closing.emit()
        super().closeEvent(event)
