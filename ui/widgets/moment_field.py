"""A date and time of day, typed as people type them: 9:30, 0930, 9点半, 3-21 9:30, 2026年3月21日9时30分."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.button import Button
from ui.widgets.card import small
from ui.widgets.kept_text import KeptText

_DAY = r"(?:(?:(?P<year>\d{4})\s*[-./年]\s*)?(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})\s*日?|(?P<solid>\d{8}))"
_TIME = (
    r"(?:(?P<hour>\d{1,2})\s*(?:[:：.]\s*(?P<minute>\d{2})|[点时]\s*(?:(?P<minute_cn>\d{1,2})\s*分?|(?P<half>半))?)"
    r"|(?P<run>\d{3,4}))"
)
_FORM = re.compile(rf"(?:{_DAY}[\sT，,]*)?{_TIME}")

Now = Callable[[], datetime]


class MomentField(QWidget):
    """A kept line with a button for now; says below it when what stands there is no date and time.

    Signals:
        drafted: what stands there, half a second after the last key, and when it could not be read.
        chosen: the moment (None: emptied) that the person left there or that the button gave.
    """

    drafted = Signal(str)
    chosen = Signal(object)

    def __init__(self, name: str, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._stored: datetime | None = None
        self.line = KeptText(name)
        self.line.set_placeholder(self.tr("9:30, or 3-21 9:30"))
        self.line.drafted.connect(self.drafted)
        self.line.settled.connect(self._settled)
        self.setFocusProxy(self.line)
        self.now = Button(self.tr("Now"))
        self.now.setAccessibleName(f"{self.now.text()}: {name}")
        self.now.clicked.connect(self._take_now)
        self.problem = small("")
        theme.set_tone(self.problem, Tone.BAD)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self.line, 1)
        row.addWidget(self.now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(row)
        column.addWidget(self.problem)
        self._judge(readable=True)

    def show_moment(self, stored: datetime | None, draft: str | None = None) -> None:
        """Shows the stored moment, or the draft that was left."""
        self._stored = stored
        self.line.show_text(spelled(stored), draft)
        self._judge(readable=not draft or parse(draft, self._near) is not None)

    def set_writable(self, writable: bool) -> None:
        self.line.set_writable(writable)
        self.now.setEnabled(writable)

    @property
    def _near(self) -> datetime:
        return self._stored or self._now()

    def _take_now(self) -> None:
        self._judge(readable=True)
        self.line.show_anyway(spelled(self._now()))
        self.chosen.emit(self._now())

    def _settled(self, text: str) -> None:
        found = parse(text, self._near)
        self._judge(readable=found is not None or not text)
        if found is None and text:
            self.drafted.emit(text)
        elif found is not None and spelled(found) == spelled(self._stored):
            self.chosen.emit(self._stored)  # the same minute: its seconds stay
        else:
            self.chosen.emit(found)

    def _judge(self, *, readable: bool) -> None:
        self.problem.setText("" if readable else self.tr("Write it like 9:30 or 2026-03-21 9:30."))
        self.problem.setVisible(not readable)
        theme.set_tone(self.line.editor, Tone.PLAIN if readable else Tone.BAD)
        self.line.editor.setAccessibleDescription(self.problem.text())


def parse(text: str, near: datetime) -> datetime | None:
    """The moment that *text* says, or None; what it leaves out (the day, the year) and its offset are those of *near*."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return datetime.combine(_day(found, near.date()), _time(found), tzinfo=near.tzinfo)
    except ValueError:
        return None


def spelled(at: datetime | None) -> str:
    """The one form in which a moment is shown; empty for None."""
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


def _day(found: re.Match[str], near: date) -> date:
    if found["solid"]:
        return date.fromisoformat(found["solid"])
    if found["month"]:
        return date(int(found["year"] or near.year), int(found["month"]), int(found["day"]))
    return near


def _time(found: re.Match[str]) -> time:
    if found["run"]:
        return time(int(found["run"][:-2]), int(found["run"][-2:]))
    minute = "30" if found["half"] else found["minute"] or found["minute_cn"] or "0"
    return time(int(found["hour"]), int(minute))
