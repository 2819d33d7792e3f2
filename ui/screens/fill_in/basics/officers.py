"""执法人员: the two who inspect, and what they confirm to have done: certificates shown, rights told."""

from functools import partial

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from inspector.inspection.elements import OFFICERS_NEEDED
from inspector.inspection.people import Officer
from ui import theme
from ui.screens.fill_in.facts import say
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.screens.screen import Place
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import small

CONFIRMATIONS = ("certificates_shown", "rights_told")


class OfficersPart(Part):
    """A line for each officer, whoever works now offered first; an unfinished visit can be handed over."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Officers"), parent=parent)
        self._visited: Visited | None = None
        self.boxes: list[OfficerBox] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        self.warning = small("")
        theme.set_tone(self.warning, Tone.WARN)
        self.roster = Button(self.tr("Officers and certificates"), Weight.LINK)
        self.roster.clicked.connect(lambda: self.context.go(Place.OFFICERS, ""))
        words = (self.tr("Certificates were shown"), self.tr("Rights were told"))
        self.confirmations = dict(zip(CONFIRMATIONS, map(QCheckBox, words), strict=True))
        self.column.addLayout(self._rows)
        for _ in range(OFFICERS_NEEDED):  # before what stands below them: Tab goes in the order of the screen
            self._add_box()
        self.column.addWidget(self.warning)
        self.column.addWidget(self.roster)
        done = QVBoxLayout()
        done.setSpacing(0)
        for field, box in self.confirmations.items():
            box.clicked.connect(partial(self._confirm, field, box))
            done.addWidget(box)
        self.column.addLayout(done)
        self.column.addWidget(
            small(self.tr("Tick what you did: the rights to state, to defend and to ask for recusal."))
        )

    def show_visit(self, visited: Visited) -> None:
        self._visited = visited
        named = visited.inspection.visit.officers
        while len(self.boxes) < len(named):
            self._add_box()
        for number, box in enumerate(self.boxes):
            box.show_officers(_offered(visited), named[number] if number < len(named) else "")
            box.setEnabled(visited.is_writable)
        self.warning.setText("\n".join(self._warnings(visited)))
        self.warning.setVisible(bool(self.warning.text()))
        for field, confirmation in self.confirmations.items():
            confirmation.setChecked(bool(getattr(visited.inspection.visit, field)))
            confirmation.setEnabled(visited.is_writable)

    def go_to(self, place: str) -> bool:
        if place in self.confirmations:
            self.confirmations[place].setFocus()
            return True
        if place.startswith("certificate/"):
            self.roster.setFocus()
            return True
        if place != "officers":
            return False
        empty = [box for box in self.boxes if not box.currentData()]
        (empty or self.boxes)[0].setFocus()
        return True

    def _add_box(self) -> None:
        box = OfficerBox(self.tr("Officer {number}").format(number=len(self.boxes) + 1))
        box.activated.connect(partial(self._chosen, len(self.boxes)))
        self._rows.addWidget(box)
        if self.boxes:
            self.setTabOrder(self.boxes[-1], box)
        self.boxes.append(box)

    def _chosen(self, number: int, _: int) -> None:
        """Who stands in another line already changes places with the one who stood here."""
        before = [*(self._visited.inspection.visit.officers if self._visited else ()), "", ""]
        chosen = [str(box.currentData() or "") for box in self.boxes]
        for other, officer in enumerate(chosen):
            if other != number and officer and officer == chosen[number]:
                chosen[other] = before[number]
        say(self.way, officers=tuple(filter(None, chosen)))

    def _confirm(self, field: str, box: QCheckBox) -> None:
        say(self.way, **{field: box.isChecked() or None})

    def _warnings(self, visited: Visited) -> list[str]:
        started = visited.inspection.visit.started_at
        named = [o for o in visited.officers if o.id in visited.inspection.visit.officers]
        lines = []
        for officer in named:
            if started and not officer.certified(started.date()):
                lines.append(
                    self.tr("The certificate of {name} does not cover this day.").format(name=officer.name)
                )
            if officer.id not in visited.here:
                lines.append(
                    self.tr("{name} has no key on this computer and cannot lock the record here.").format(
                        name=officer.name
                    )
                )
        return lines


class OfficerBox(QComboBox):
    """Chooses one officer; the wheel scrolls the page instead."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._offered: tuple[Officer, ...] = ()

    def show_officers(self, offered: tuple[Officer, ...], chosen: str) -> None:
        if offered != self._offered:
            self._offered = offered
            self.clear()
            for officer in offered:
                self.addItem(f"{officer.name}    {officer.certificate}", officer.id)
        self.setCurrentIndex(self.findData(chosen) if chosen else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _offered(visited: Visited) -> tuple[Officer, ...]:
    """Whoever works now, then the others with a key here, then those who are named already."""
    named = visited.inspection.visit.officers
    found = [o for o in visited.officers if o.id in named or (o.id in visited.here and not o.left)]
    return tuple(sorted(found, key=lambda o: (o.id != visited.acting, o.id not in visited.here)))
