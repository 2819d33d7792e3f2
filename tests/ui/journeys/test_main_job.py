"""The main job in the window: from an empty laptop to a locked record that the office has received.

Keys and mouse do everything on the laptop; the office at the other end of the stick works through its façade.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.checklist import Mark
from inspector.inspection.inspection import Inspection
from inspector.inspection.record import Attendance, Form
from inspector.inspection.visit import InkRole
from inspector.workspace import Workspace
from tests.desk import PINS, an_office
from tests.ui.hands import write
from tests.ui.test_first_run import OFFICERS, _fill
from ui.app import App
from ui.dialogs.dialog import Dialog
from ui.dialogs.lock import LockDialog
from ui.dialogs.new_visit import NewVisit
from ui.screens.exchange.fingerprint import CompareDialog
from ui.screens.first_run import FirstRun
from ui.screens.screen import Place
from ui.widgets.button import Button


class Person:
    """Somebody at the laptop: presses, types, and waits until the window has caught up."""

    def __init__(self, app: App, qtbot) -> None:
        self.app, self.qtbot = app, qtbot

    @property
    def workspace(self) -> Workspace:
        assert self.app.workspace is not None
        return self.app.workspace

    @property
    def screen(self):
        return self.app.shell.screen_here

    @property
    def inspection(self) -> Inspection:
        (listed,) = self.workspace.inspections.page()
        return self.workspace.inspections.read(listed.id)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def rest(self) -> None:
        soon = getattr(self.screen, "_soon", None)
        self.until(lambda: not self.app.tasks.is_busy and not (soon and soon.isActive()))

    def press(self, button: QWidget) -> None:
        self.until(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if self.app.shell is not None:
            self.rest()

    def tick(self, box: QWidget) -> None:
        self.app.window.activateWindow()  # without a window manager nobody does that when a dialog closes
        self.until(self.app.window.isActiveWindow)
        box.setFocus()
        self.until(box.hasFocus)
        QTest.keyClick(box, Qt.Key.Key_Space)
        self.rest()

    def key(self, key: Qt.Key) -> None:
        self.app.window.activateWindow()
        self.until(QApplication.focusWidget)
        QTest.keyClick(QApplication.focusWidget(), key)

    def fill(self, editor: QWidget, words: str) -> None:
        editor.setFocus()
        self.until(editor.hasFocus)
        write(editor, words)
        editor.clearFocus()
        self.rest()

    def go(self, place: Place) -> None:
        self.app.shell.navigation.chosen.emit(place.value)
        self.rest()

    def step(self, number: int):
        self.press(self.screen.tabs.button(number))
        return self.screen.step_here

    def dialog(self, kind: type[Dialog]) -> Dialog:
        self.until(lambda: [d for d in self.app.window.findChildren(kind) if d.isVisible()])
        return next(d for d in self.app.window.findChildren(kind) if d.isVisible())


@pytest.fixture
def person(app: App, qtbot) -> Person:
    """Somebody before a laptop on which nothing is set up."""
    app.start()
    assert isinstance(app.window.pages.currentWidget(), FirstRun)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return Person(app, qtbot)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with an_office(tmp_path / "office") as found:
        yield found


def test_from_an_empty_laptop_to_a_record_that_the_office_has_received(
    person: Person, office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    _set_up(person)
    _join(person, office, stick)
    _begin(person)
    _answer(person, tmp_path)
    _say_who_and_when(person)
    _sign(person, tmp_path, monkeypatch)
    _lock(person)
    visit = person.inspection.id
    _hand_over(person, office, stick)
    assert person.workspace.exchange.status(visit).complete
    assert office.inspections.read(visit).locked
    assert office.records.record(visit) == person.workspace.records.record(visit)
    assert office.photos.verify().ok
    assert person.workspace.check(full=True).problems == office.check(full=True).problems == ()


def _set_up(person: Person) -> None:
    page = person.app.window.pages.currentWidget()
    person.press(page.laptop)
    _fill(page, person.qtbot, OFFICERS)
    person.press(page.form.go)
    person.until(lambda: person.app.shell and person.app.window.pages.currentWidget() is person.app.shell)
    person.rest()
    assert person.app.shell.place is Place.TODAY


def _join(person: Person, office: Workspace, stick: Path) -> None:
    person.go(Place.EXCHANGE)
    handing_over = person.screen.handing_over
    handing_over.stick.path.setText(str(stick))
    QTest.keyClick(handing_over.stick.path, Qt.Key.Key_Return)
    person.rest()
    person.press(handing_over.joining.request)
    (request,) = (f for f in stick.iterdir() if f.is_file())
    assert office.exchange.read_request(request).fingerprint == person.workspace.exchange.fingerprint
    office.exchange.approve(request, stick)
    person.press(handing_over.stick.look)
    person.press(handing_over.stick.content.findChildren(Button)[0])
    dialog = person.dialog(CompareDialog)
    dialog.same.setChecked(True)
    person.press(dialog.confirm)
    person.until(lambda: person.workspace.office is not None)


def _begin(person: Person) -> None:
    person.go(Place.TODAY)
    person.press(person.screen.new)
    dialog = person.dialog(NewVisit)
    person.until(dialog.picker.line.hasFocus)
    write(dialog.picker.line, "石柱县康宁大药房")
    person.until(dialog.picker.list.isVisible)
    person.rest()
    person.key(Qt.Key.Key_Return)
    person.until(dialog.form.isVisible)
    person.qtbot.keyClicks(dialog.form.code.line, "91500240ma5u000119")
    write(dialog.form.address, "重庆市石柱县南宾街道新开路12号")
    person.press(dialog.confirm)
    person.press(dialog.confirm)
    person.until(lambda: person.app.shell.place is Place.FILL_IN)
    person.rest()
    assert person.screen.party.text() == "石柱县康宁大药房"
    assert len(person.inspection.visit.officers) == 2


def _answer(person: Person, folder: Path) -> None:
    step = person.step(1)
    person.press(step.cards.new)
    person.until(lambda: person.inspection.cards)
    rows = {r.key.rpartition("/")[2]: n for n, r in enumerate(step.rows.rows)}
    step.items.go(rows["licence"])
    step.items.setFocus()
    for _ in range(3):
        person.key(Qt.Key.Key_1)
    step.items.go(rows["product_name"])
    step.items.setFocus()
    person.key(Qt.Key.Key_Return)
    write(QApplication.focusWidget(), "医用外科口罩")
    person.rest()
    person.key(Qt.Key.Key_Return)
    assert step.items.at_hand.line.item.name == "brand"
    step.items.go(rows["imitation"])
    step.items.setFocus()
    person.key(Qt.Key.Key_2)
    panel = step.editor.suspicion
    person.until(panel.facts.editor.hasFocus)
    write(panel.facts.editor, "货架上有标注“洁康”的口罩二十盒，包装上的厂名与合格证不一致。")
    person.press(panel.add)
    person.until(lambda: panel.goods.rowCount() == 1)
    panel.goods.item(0, 4).setText("20")
    panel.goods.item(0, 6).setText("35.5")
    for number in range(2):
        picture = QImage(640, 480 + number, QImage.Format.Format_RGB32)
        picture.fill(QColor("teal"))
        picture.save(str(folder / f"IMG_{number}.jpg"))
    step.editor.photos.strip.files_given.emit([folder / "IMG_0.jpg", folder / "IMG_1.jpg"])
    person.until(lambda: len(person.inspection.photos) == 2)
    person.rest()
    inspection = person.inspection
    assert sum(a.mark is Mark.CLEAR for a in inspection.answers.values()) == 3
    assert inspection.form is Form.ONSITE_RECORD
    assert inspection.goods[0].name == "医用外科口罩", "the card knew it already"
    assert {p.item for p in inspection.photos} == {inspection.suspicions[0].item}


def _say_who_and_when(person: Person) -> None:
    """Every missing element is mended where its link leads."""
    step = person.step(0)
    person.press(step.times.moments["ended_at"].now)
    for box in step.officers.confirmations.values():
        person.tick(box)
    person.fill(step.attendance.facts._lines["person_present"].editor, "向某，店主")
    person.press(step.attendance.buttons[Attendance.PRESENT])
    person.until(lambda: not person.workspace.records.missing(person.inspection.id))
    words = person.step(2)
    assert words is person.screen.step_here
    assert not person.inspection.visit.statement, "the party's words are the party's"


def _sign(person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step = person.step(3)
    person.press(step.moves.finalise)
    person.until(lambda: person.inspection.visit.stage == "final" and step.panel.preview.pages)
    target = folder / "现场笔录.pdf"
    monkeypatch.setattr(
        "ui.screens.documents.panel.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    person.press(step.panel.save)
    person.until(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    person.until(lambda: person.inspection.prints)
    person.until(lambda: any(button.isEnabled() for button in step.inks.buttons.values()))
    person.press(step.inks.buttons[(InkRole.PARTY, "向某", False)])
    person.press(person.dialog(Dialog).confirm)
    person.until(lambda: person.inspection.inks)
    for officer in person.inspection.visit.officers:
        person.press(step.inks.buttons[(InkRole.OFFICER, officer, False)])
    person.until(lambda: len(person.inspection.inks) == 3)
    person.tick(step.scans.pending)
    person.until(lambda: person.inspection.visit.scan_pending)


def _lock(person: Person) -> None:
    step = person.screen.step_here
    person.press(step.moves.lock)
    dialog = person.dialog(LockDialog)
    for officer, row in dialog.rows.items():
        name = next(name for name in PINS if name in row.label.text())
        person.qtbot.keyClicks(dialog.pins[officer], PINS[name])
    person.press(dialog.confirm)
    person.until(lambda: person.inspection.locked)
    person.rest()
    assert person.screen.stage.text() == "锁定归档"


def _hand_over(person: Person, office: Workspace, stick: Path) -> None:
    person.go(Place.EXCHANGE)
    handing_over = person.screen.handing_over
    person.press(handing_over.stick.send)
    person.until(lambda: list(stick.glob("*.bundle")))
    person.rest()
    intake = office.exchange.receive(stick)
    assert not intake.refused
    assert (intake.records, intake.evidence) == (1, 2)
    person.press(handing_over.stick.look)
    person.press(handing_over.stick.receive)
