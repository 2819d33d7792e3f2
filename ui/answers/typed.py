"""Facts that are typed: text, whole and decimal numbers."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.answers.editor import FactEditor
from ui.widgets.kept_text import KeptText


class TextAnswer(FactEditor):
    """One line of text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.text = KeptText(name)
        self.text.settled.connect(self._settle)
        self.text.drafted.connect(self.drafted)
        self.text.enter.pressed.connect(self.entered)
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def show_fact(self, fact: str, draft: str | None = None) -> None:
        self.text.show_text(fact, draft)

    def settle(self) -> None:
        self.text.settle()

    def _settle(self, typed: str) -> None:
        self.settled.emit(self._normal(typed))

    def _normal(self, typed: str) -> str:
        return typed


class NumberAnswer(TextAnswer):
    """A whole or decimal number; full-width digits are taken as digits."""

    def __init__(self, name: str, *, decimal: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        assert isinstance(self.text.editor, QLineEdit)
        digits = "[-－]?[0-9０-９]{0,15}"
        pattern = f"{digits}([.．。][0-9０-９]{{0,10}})?" if decimal else digits
        self.text.editor.setValidator(
            QRegularExpressionValidator(QRegularExpression(pattern), self.text.editor)
        )

    def _normal(self, typed: str) -> str:
        plain = typed.translate(_HALF_WIDTH).rstrip(".")
        whole, point, rest = plain.partition(".")
        return f"{whole or '0'}{point}{rest}" if plain else ""


_HALF_WIDTH = str.maketrans("０１２３４５６７８９．。－", "0123456789..-")
