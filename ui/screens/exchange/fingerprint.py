"""The comparison: two people hold the fingerprints on two screens against each other before anybody is let in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from ui import theme
from ui.dialogs.dialog import Dialog
from ui.widgets.card import small


class Fingerprint(QLabel):
    """Four groups of four, large enough to be read out over a telephone."""

    def __init__(self, digits: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "fingerprint")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_digits(digits)

    def show_digits(self, digits: str) -> None:
        self.setText(digits.upper())
        self.setAccessibleName(self.tr("Fingerprint {digits}").format(digits=" ".join(digits)))


class CompareDialog(Dialog):
    """Shows whose fingerprint it is; `confirm` can be pressed once a person says that both screens show the same."""

    def __init__(
        self, title: str, who: str, facts: str, digits: str, confirm: str, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "Ask the other desk, by telephone or side by side, to read out the fingerprint on its own screen. "
            "Go on only if all four groups are the same."
        )
        super().__init__(title, confirm, lead, parent)
        name = QLabel(who)
        name.setWordWrap(True)
        theme.set_kind(name, "label")
        self.fingerprint = Fingerprint(digits)
        self.same = QCheckBox(self.tr("The other screen shows the same fingerprint"))
        self.same.toggled.connect(self.confirm.setEnabled)
        self.column.addWidget(name)
        if facts:
            self.column.addWidget(small(facts))
        self.column.addWidget(self.fingerprint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.same)
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self.accept)
