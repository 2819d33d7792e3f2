"""A field with its label above, a hint, and the line that says what is wrong with it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.composition import EnterKey


class FieldRow(QWidget):
    """Gives *editor* its label and accessible name; `complain` and `accept` say what is wrong and that it is mended."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = QLabel(label)
        theme.set_kind(self.label, "label")
        self.label.setBuddy(editor)
        editor.setAccessibleName(label.replace("&", ""))
        self._hint = hint
        self._line = small(hint)
        if not hint:
            self._line.hide()
        self.setFocusProxy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self._line)
        column.addStretch(1)

    @property
    def problem(self) -> str:
        """What is wrong, as it stands there; empty when nothing is."""
        return "" if self._line.property("tone") != Tone.BAD.value else self._line.text()

    def complain(self, problem: str) -> None:
        """Says what is wrong below the field, until `accept`."""
        self._line.setText(problem)
        theme.set_tone(self._line, Tone.BAD)
        self._line.show()
        theme.set_tone(self.editor, Tone.BAD)
        self.editor.setAccessibleDescription(problem)

    def accept(self) -> None:
        """Takes the complaint back."""
        self._line.setText(self._hint)
        theme.set_tone(self._line, Tone.MUTED)
        self._line.setVisible(bool(self._hint))
        theme.set_tone(self.editor, Tone.PLAIN)
        self.editor.setAccessibleDescription(self._hint)


def text_row(label: str, hint: str = "", placeholder: str = "") -> tuple[FieldRow, QLineEdit]:
    """A row with one line of text; a complaint goes away as soon as the text changes, and Enter means the form around it."""
    line = QLineEdit()
    EnterKey(line)
    line.setPlaceholderText(placeholder)
    row = FieldRow(label, line, hint)
    line.textEdited.connect(row.accept)
    return row, line
