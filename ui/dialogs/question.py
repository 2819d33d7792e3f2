"""One question before something that the person typed would go."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.button import Button


class Question(Dialog):
    """Asks what is in *lead*. Enter and Escape keep things as they are: only the named button lets something go.

    `accepted` comes from the button *let_go*.
    """

    def __init__(self, title: str, lead: str, let_go: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(title, keep, lead, parent)
        self.confirm.clicked.connect(self.reject)
        self.let_go = Button(let_go)
        self.let_go.setAutoDefault(False)
        self.let_go.clicked.connect(self.accept)
        self.buttons.replaceWidget(self.cancel, self.let_go)
        self.cancel.deleteLater()
        self.confirm.setFocus()
