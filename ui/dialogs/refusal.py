"""拒签: what the officers write about a refusal on the paper by hand, and the recording that shows it."""

from PySide6.QtWidgets import QWidget

from inspector.inspection.dialogues import BLANK
from ui.dialogs.dialog import Dialog
from ui.widgets.field_row import FieldRow, text_row
from ui.widgets.kept_text import KeptText


class RefusalDialog(Dialog):
    """Offers *wording* to be completed and confirmed; *video* is the recording that is known already, if any."""

    def __init__(self, title: str, wording: str, video: str, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "The page says nothing of the refusal. Both officers write it on the paper by hand and sign below; a recording "
            "shows it. While nobody has signed, the record can go back to draft instead and be printed with it."
        )
        super().__init__(title, self.tr("Note it"), lead, parent)
        words = self.tr("What is written on the paper")
        self.note = KeptText(words, lines=3)
        self.note.show_text(wording)
        self.note_row = FieldRow(
            words, self.note, self.tr("Give the reason that was named, or that none was.")
        )
        self.video_row, self.video = text_row(self.tr("Recording"))
        self.video.setPlaceholderText(self.tr("Device, file and time of the recording"))
        self.video.setText(video)
        self.column.addWidget(self.note_row)
        self.column.addWidget(self.video_row)
        self.confirm.clicked.connect(self._confirm)

    @property
    def said(self) -> dict[str, str]:
        """The note and the recording."""
        return {"note": self.note.text().strip(), "video": self.video.text().strip()}

    def _confirm(self) -> None:
        said = self.said
        is_whole = bool(said["note"]) and BLANK not in said["note"]
        for row, is_there in ((self.note_row, is_whole), (self.video_row, bool(said["video"]))):
            if is_there:
                row.accept()
            else:
                row.complain(self.tr("This is needed."))
        if is_whole and said["video"]:
            self.accept()
