"""What the window says of its own accord: a bar that waits to be read, and the calm page for our own mistakes."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, qVersion
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector import __version__
from inspector.errors import Trouble
from ui import text, theme
from ui.theme import Tone

_ICONS = {Tone.ACCENT: "info", Tone.GOOD: "check-circle", Tone.WARN: "warning", Tone.BAD: "error"}
GOOD_NEWS_STAYS_MS = 6_000
WIDEST = 190
"""How wide a message gets, in steps."""


@dataclass(frozen=True)
class Action:
    """A link in a message that leads on."""

    label: str
    do: Callable[[], object]


class MessageBar(QFrame):
    """One message that floats over the foot of its parent, so that nothing moves under the mouse.

    Trouble stays until it is closed or the same succeeds, good news goes by itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "message")
        self._icon = QLabel()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton()
        theme.set_kind(self._more, "link")
        self._more.clicked.connect(self._unfold)
        self.action = QPushButton()
        theme.set_kind(self.action, "link")
        self.action.clicked.connect(self._act)
        self._close = QToolButton()
        theme.set_kind(self._close, "quiet")
        theme.dress(self._close, "remove", "muted", 16)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.clicked.connect(self.clear)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.clear)
        self._do: Callable[[], object] = self.clear
        self._tone = Tone.ACCENT
        self._lay_out()
        self.clear()
        if parent is not None:
            parent.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        for widget in (self._more, self.action, self._close):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        column.setSpacing(theme.space(1))
        column.addLayout(row)
        column.addWidget(self.details)

    def good(self, sentence: str, action: Action | None = None) -> None:
        """Says that something went well; with an action it stays until it is closed."""
        self._say(Tone.GOOD, sentence, (), action)
        if action is None:
            self._clock.start(GOOD_NEWS_STAYS_MS)

    def note(self, sentence: str, action: Action | None = None) -> None:
        """Says what a person should know."""
        self._say(Tone.ACCENT, sentence, (), action)

    def warn(self, sentence: str, details: tuple[str, ...] = (), action: Action | None = None) -> None:
        self._say(Tone.WARN, sentence, details, action)

    def trouble(self, trouble: Trouble, action: Action | None = None) -> None:
        """Says what happened, what was kept and what to do, its problems to be unfolded."""
        self._say(Tone.BAD, text.told(trouble), tuple(text.problems(trouble)), action)

    def clear(self) -> None:
        self._clock.stop()
        self.hide()

    def recover(self) -> None:
        """What was in trouble went well: nothing more is said of it."""
        if self._tone is Tone.BAD:
            self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._float()
        return super().eventFilter(watched, event)

    def _say(self, tone: Tone, sentence: str, details: tuple[str, ...], action: Action | None) -> None:
        self._clock.stop()
        self._tone = tone
        theme.set_tone(self, tone)
        theme.dress(self._icon, _ICONS[tone], tone.value)
        self.sentence.setText(sentence)
        self.details.setText("\n".join(f"· {line}" for line in details))
        self.details.hide()
        self._more.setVisible(bool(details))
        self._more.setText(self.tr("Details (%n)", "", len(details)))
        self.action.setVisible(action is not None)
        if action is not None:
            self.action.setText(action.label)
            self._do = action.do
        self.setAccessibleName(sentence)
        self.show()
        self._float()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _unfold(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self._float()

    def _float(self) -> None:
        """Lies over the foot of the parent, above the line that says whether all is saved."""
        parent, layout = self.parentWidget(), self.layout()
        if parent is None or layout is None:
            return
        width = min(parent.width() - theme.space(12), theme.space(WIDEST))
        height = layout.totalHeightForWidth(width)
        top = parent.height() - height - theme.space(10)
        self.setGeometry((parent.width() - width) // 2, max(0, top), width, height)
        self.raise_()

    def _act(self) -> None:
        self.clear()
        self._do()


class CrashPage(QDialog):
    """Our own mistake, said calmly: what is safe, and a report that can be copied."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        title = QLabel(self.tr("Something went wrong in the program"))
        theme.set_kind(title, "title")
        said = QLabel(
            self.tr(
                "Everything marked as saved is safe on disk. You can go on working; if the same happens again, start the "
                "program anew. Please give the report below to whoever looks after the program. It may hold words "
                "that you typed, so read it before you pass it on."
            )
        )
        said.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.copy = QPushButton(self.tr("Copy the report"))
        self.copy.clicked.connect(self._copy)
        quit_ = QPushButton(self.tr("Quit the program"))
        quit_.clicked.connect(QGuiApplication.quit)
        quit_.clicked.connect(self.reject)
        go_on = QPushButton(self.tr("Go on working"))
        theme.set_kind(go_on, "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(quit_)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(4))
        for widget in (title, said):
            column.addWidget(widget)
        column.addWidget(self.report, 1)
        column.addLayout(buttons)
        self.resize(theme.space(180), theme.space(110))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))


def crash_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What whoever mends the program needs to know."""
    import platform
    import traceback

    facts = f"Inspector {__version__} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"
    return facts + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


def catch_crashes(parent: QWidget) -> None:
    """From now on whatever nobody caught is shown over *parent*, and written to the console."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        page = CrashPage(crash_report(kind, error, trace), parent)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.open()

    sys.excepthook = show
