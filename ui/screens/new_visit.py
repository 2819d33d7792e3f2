"""新检查 from wherever a person is: the dialog, and then the visit."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.new_visit import NewVisit
from ui.screens.screen import Context, Place


def begin_visit(context: Context, parent: QWidget, choice: str = "") -> NewVisit:
    """Opens the dialog and leads to the visit that it began; *choice* (`party/ID`, …) is picked already."""
    dialog = NewVisit(context.workspace, context.tasks, context.add, parent)
    dialog.started.connect(lambda visit: context.go(Place.FILL_IN, visit))
    if choice:
        dialog.choose(choice)
    dialog.open()
    return dialog
