"""A date that is typed as people type it: 2027-06-30, 2027.6.30, 20270630, 2027年6月30日."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

_FORM = re.compile(r"(\d{4})\D*?(\d{2}|(?<=\D)\d)\D*?(\d{2}|(?<=\D)\d)\D*")


class DateField(QLineEdit):
    """A line that may stay empty; what can be read as a date is put into one form when the person leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.editingFinished.connect(self._tidy)

    @property
    def day(self) -> date | None:
        """The date; None when the field is empty or cannot be read."""
        return parse(self.text())

    @property
    def is_readable(self) -> bool:
        """Whether the field is empty or holds a date."""
        return not self.text().strip() or self.day is not None

    def show_day(self, day: date | None) -> None:
        self.setText(day.isoformat() if day else "")

    def _tidy(self) -> None:
        if self.day is not None:
            self.show_day(self.day)


def parse(text: str) -> date | None:
    """The date that *text* says, or None."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
