"""The stick: which folder travels, what lies on it, and what to do with it."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import text, theme
from ui.folders import usual_folder
from ui.messages import Action
from ui.screens.exchange.telling import size
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, small
from ui.widgets.composition import EnterKey
from ui.widgets.progress_card import ProgressCard
from ui.widgets.said import Lines, Said

if TYPE_CHECKING:
    from inspector.workspace.survey import Asked, Survey

_REMOVABLE = ("/media/", "/run/media/", "/Volumes/")


class StickCard(Card):
    """Chooses the folder and tells what is asked for.

    Signals:
        folder_chosen: the folder whose content is to be shown.
        send_asked: write to it.
        receive_asked: read all that is meant for this desk.
        approval_asked: a request to join (an `Asked`) is to be looked at.
        answer_asked: an answer (an `Answer`) is to be looked at.
    """

    folder_chosen = Signal(object)
    send_asked = Signal(object)
    receive_asked = Signal(object)
    approval_asked = Signal(object)
    answer_asked = Signal(object)

    def __init__(self, *, is_office: bool, parent: QWidget | None = None) -> None:
        heading = self.tr("Stick or shared folder")
        super().__init__(heading, self.tr("Everything on it is encrypted and signed."), parent)
        self._is_office = is_office
        self._survey: Survey | None = None
        self._names: dict[str, str] = {}
        self.path = QLineEdit()
        self.path.setAccessibleName(heading)
        self.path.setPlaceholderText(self.tr("Put the stick in and choose it"))
        self.enter = EnterKey(self.path)
        self.enter.pressed.connect(self._typed)
        self.path.editingFinished.connect(self._typed)
        self.choose = Button(self.tr("Choose …"), icon="folder")
        self.choose.clicked.connect(self._choose)
        self.look = Button(self.tr("Look again"), Weight.QUIET)
        self.look.setShortcut("F5")
        self.look.setToolTip("F5")
        self.look.clicked.connect(self.look_again)
        to = self.tr("Write to the laptops") if is_office else self.tr("Write for the office")
        self.send = Button(to, Weight.PLAIN if is_office else Weight.PRIMARY, "stick")
        self.send.setShortcut("Ctrl+E")
        self.send.setToolTip("Ctrl+E")
        self.send.clicked.connect(lambda: self.send_asked.emit(self.folder))
        self.receive = Button(
            self.tr("Read what is here"), Weight.PRIMARY if is_office else Weight.PLAIN, "received"
        )
        self.receive.setShortcut("Ctrl+I")
        self.receive.setToolTip("Ctrl+I")
        self.receive.clicked.connect(lambda: self.receive_asked.emit(self.folder))
        self.free = small("")
        self.content = Lines()
        self.progress = ProgressCard()
        self._chosen = ""
        self._can_send = self._is_busy = False
        self._lay_out()
        self._enable()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(theme.space(2))
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        place.addWidget(self.look)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.space(2))
        first, second = (self.receive, self.send) if self._is_office else (self.send, self.receive)
        deeds.addWidget(first)
        deeds.addWidget(second)
        deeds.addStretch(1)
        deeds.addWidget(self.free)
        below = QVBoxLayout()
        below.setSpacing(theme.space(3))
        below.addLayout(place)
        below.addWidget(self.content)
        below.addLayout(deeds)
        below.addWidget(self.progress)
        self.column.addLayout(below)
        self.content.hide()
        self.free.setWordWrap(False)

    @property
    def folder(self) -> Path | None:
        """The folder that is chosen."""
        return Path(self._chosen) if self._chosen else None

    def show_folder(self, folder: str) -> None:
        """Chooses *folder* without asking anybody."""
        self.path.setText(folder)
        self._typed()

    def look_again(self) -> None:
        """Has the content read anew."""
        if self.folder is not None:
            self.folder_chosen.emit(self.folder)

    def show_survey(self, survey: "Survey", names: dict[str, str]) -> None:
        """Shows what lies on the stick; *names* are those of the computers that are known here."""
        self._survey, self._names = survey, names
        self.content.show_lines(self._lines(survey))
        room = QStorageInfo(str(survey.folder)).bytesAvailable()
        self.free.setText(self.tr("{size} free").format(size=size(room)) if room > 0 else "")
        self._enable()

    def show_unreadable(self, words: str) -> None:
        """Says that the folder cannot be read."""
        self._survey = None
        self.content.show_lines([Said(Tone.BAD, words)])
        self.free.setText("")
        self._enable()

    def allow_sending(self, *, allowed: bool) -> None:
        """Whether there is anybody to write to."""
        self._can_send = allowed
        self._enable()

    def show_busy(self, *, is_busy: bool) -> None:
        """Lets nobody begin a second thing while one is under way."""
        for widget in (self.path, self.choose, self.look, self.content):
            widget.setEnabled(not is_busy)
        self._is_busy = is_busy
        self._enable()

    def _enable(self) -> None:
        ready = self._survey is not None and not self._is_busy
        self.send.setEnabled(ready and self._can_send)
        self.receive.setEnabled(ready and self._survey is not None and bool(self._survey.new))
        self.look.setEnabled(bool(self._chosen) and not self._is_busy)

    def _lines(self, survey: "Survey") -> list[Said]:
        lines = [
            self._request(asked) for asked in survey.requests if self._is_office and not asked.is_granted
        ]
        for answer in survey.answers:
            words = self.tr("Answer of {bureau} {office}").format(bureau=answer.bureau, office=answer.name)
            action = Action(self.tr("Compare and join"), partial(self.answer_asked.emit, answer))
            lines.append(Said(Tone.ACCENT, words, action=action, icon="office"))
        for _, header in survey.new:
            sender = self._names.get(header.sender.device, header.sender.device[:8])
            at = datetime.fromisoformat(header.created)
            words = self.tr("{sender}, written {at:%Y-%m-%d %H:%M}: {photos} photos, {size}").format(
                sender=sender,
                at=at,
                photos=len(header.blobs),
                size=size(sum(p.length for p in header.parts) + sum(b.length for b in header.blobs)),
            )
            lines.append(Said(Tone.ACCENT, words, icon="exchange"))
        lines += [Said(Tone.BAD, text.problem(problem)) for problem in survey.unreadable]
        rest = []
        if survey.known:
            rest.append(self.tr("%n bundle(s) read before", "", survey.known))
        if survey.others:
            rest.append(self.tr("%n bundle(s) for other computers", "", survey.others))
        if not lines and not rest:
            rest.append(self.tr("Nothing for this computer is here yet."))
        if rest:
            lines.append(Said(Tone.MUTED, " · ".join(rest)))
        return lines

    def _request(self, asked: "Asked") -> Said:
        request = asked.request
        officers = "、".join(officer.name for officer in request.officers)
        words = self.tr("{name} asks to join").format(name=request.name)
        action = Action(self.tr("Compare and approve"), partial(self.approval_asked.emit, asked))
        return Said(
            Tone.ACCENT, words, " · ".join(filter(None, (request.station, officers))), action, "laptop"
        )

    def _typed(self) -> None:
        typed = self.path.text().strip()
        if typed != self._chosen:
            self._chosen = typed
            self._survey = None
            self._enable()
            self.look_again()

    def _choose(self) -> None:
        start = self._chosen or next(iter(sticks()), usual_folder())
        found = QFileDialog.getExistingDirectory(self, self.tr("Stick or shared folder"), start)
        if found:
            self.show_folder(found)


def sticks() -> list[str]:
    """Where removable media are, as far as their place tells."""
    places = (volume.rootPath() for volume in QStorageInfo.mountedVolumes() if volume.isReady())
    return [place for place in places if place.startswith(_REMOVABLE)]
