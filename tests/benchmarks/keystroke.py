"""现场检查 in the window: from a key until the row is painted, on a checklist of a thousand items in sight, with rules.

    python3 -m tests.benchmarks.keystroke ours FOLDER | bare

types in one of the two without a screen, and prints how long each key took.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from inspector.checklist import Group, Item, Mark, Template, Text
from inspector.inspection.inspection import answer_entity
from inspector.inspection.visit import Answer
from inspector.workspace import Workspace
from inspector.workspace.scribe import Edit
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Figure, Times

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

ITEMS = 1000
ANSWERED = 400
"""So many are answered before the first key: the visit is large on disk too."""

KEYS = 400
GAPS_MS = (0, 40, 120, 250, 400)
"""Between two keys: held down, typed, and paused for long enough that what was written is read back."""

Typed = dict[str, list[float]]


def figures(folder: Path) -> Iterator[Figure]:
    ours, theirs = _typed("ours", str(folder)), _typed("bare")
    yield Figure(
        "key to repaint, 1,000 items with rules in the window",
        Times(tuple(ours["painted"])),
        "a bare list of 1,000 rows",
        Times(tuple(theirs["painted"])),
        "≤ 16 ms at 99 %",
    )
    yield Figure(
        "the same until its tick: on disk",
        Times(tuple(ours["ticked"])),
        "the repaint",
        Times(tuple(ours["painted"])),
    )


def _typed(*words: str) -> Typed:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", __name__, *words]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: Typed = json.loads(done.stdout)
    return found


def _ours(folder: str) -> Typed:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from ui import binding, text, theme
    from ui.app import App
    from ui.preferences import Preferences
    from ui.screens.fill_in.items.step import ItemsStep
    from ui.screens.fill_in.screen import FillInScreen
    from ui.screens.screen import Place

    binding.steady()
    application = QApplication(["inspector"])
    text.speak(application, text.CHINESE)
    theme.wear(application, theme.look_of_system(bright=False))
    app = App(application, Preferences())
    app.window.resize(1366, 768)
    app.window.show()
    workspace = Workspace.open(Path(folder), PASSPHRASE)
    app.enter(workspace)
    _until(application, lambda: app.shell is not None and app.shell.place is not None)
    assert app.shell is not None
    app.shell.go(Place.FILL_IN, _visit(workspace))
    screen = app.shell.screen_here
    assert isinstance(screen, FillInScreen)
    _until(application, lambda: screen.pages.currentIndex() == 1)
    number, step = next(
        (n, s) for n in range(screen.steps.count()) if isinstance(s := screen.steps.widget(n), ItemsStep)
    )
    screen.tabs.button(number).click()
    step.items.go(step.rows.next_line(ANSWERED))
    step.items.setFocus()
    _until(application, lambda: not app.tasks.is_busy)
    ticks: list[float] = []
    app.tasks.writing.connect(lambda writes: None if writes else ticks.append(perf_counter()))
    # Each third answer hides the row behind it or brings one in sight: the rows are other ones then.
    keys = [Qt.Key.Key_3 if number % 3 == 0 else Qt.Key.Key_1 for number in range(KEYS)]
    due, painted = _type(application, step.items, step.items.viewport(), keys)
    _until(application, lambda: not app.tasks.is_busy)
    app.close()
    return {
        "painted": painted,
        "ticked": [1000 * (next(t for t in ticks if t > at) - at) for at in due],
    }


def _bare() -> Typed:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

    from ui import binding

    class Delegate(QStyledItemDelegate):
        def paint(
            self,
            painter: QPainter,
            option: QStyleOptionViewItem,
            index: QModelIndex | QPersistentModelIndex,
        ) -> None:
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    class Marks(QListView):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            row = self.currentIndex()
            self.model().setData(row, f"第{row.row()}项 {event.text()}")
            self.setCurrentIndex(row.siblingAtRow(row.row() + 1))

    binding.steady()
    application = QApplication(["bare"])
    marks = Marks()
    marks.setItemDelegate(Delegate(marks))
    model = QStandardItemModel()
    for number in range(ITEMS):
        model.appendRow(QStandardItem(f"第{number}项"))
    marks.setModel(model)
    marks.resize(1366, 768)
    marks.show()
    marks.setCurrentIndex(model.index(ANSWERED, 0))
    application.processEvents()
    return {"painted": _type(application, marks, marks.viewport(), [Qt.Key.Key_1] * KEYS)[1]}


def _type(
    application: "QApplication", widget: "QWidget", ground: "QWidget", keys: list[int]
) -> tuple[list[float], list[float]]:
    """When each key was due, and how many milliseconds later *ground* was painted.

    A key is due at its time whether or not the window is free to take it: a person does not wait.
    """
    from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
    from PySide6.QtTest import QTest

    class Paints(QObject):
        seen = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.seen += event.type() is QEvent.Type.Paint
            return False

    def is_painted() -> bool:
        return paints.seen > 0

    paints = Paints()
    ground.installEventFilter(paints)
    pause, alarm = QEventLoop(), QTimer()
    alarm.setSingleShot(True)
    alarm.setTimerType(Qt.TimerType.PreciseTimer)
    alarm.timeout.connect(pause.quit)
    chance = random.Random(7)
    dues, painted = [], []
    for key in keys:
        gap = chance.choice(GAPS_MS)
        due = perf_counter() + gap / 1000
        alarm.start(gap)
        pause.exec()
        paints.seen = 0
        QTest.keyClick(widget, Qt.Key(key))
        _until(application, is_painted)
        dues.append(due)
        painted.append(1000 * (perf_counter() - due))
    return dues, painted


def _until(application: "QApplication", condition: Callable[[], bool]) -> None:
    """Lives on until *condition* holds, and sleeps where there is nothing to do: the other threads want the interpreter."""
    from PySide6.QtCore import QEventLoop

    while not condition():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _visit(workspace: Workspace) -> str:
    """A visit with a thousand items in sight, of which the first are answered."""
    workspace.checklists.publish(_checklist())
    visit, _ = workspace.inspections.new("thousand", officers=[o.id for o in workspace.officers.all()[:2]])
    for number in range(ANSWERED):
        entity = answer_entity(visit, f"item_{number}")
        workspace.scribe.write([Edit(Answer.kind, entity, "mark", Mark.CLEAR)])
    return visit


def _checklist() -> Template:
    """Every second item is out of sight while the one before it does not apply."""
    groups = tuple(_group(number) for number in range(ITEMS // 10))
    return Template("thousand", _text("千项"), "1", ("zh_CN",), {}, groups)


def _group(number: int) -> Group:
    items = tuple(_item(number * 10 + place) for place in range(10))
    return Group(f"group_{number}", _text(f"第{number}组"), items)


def _item(number: int) -> Item:
    return Item(
        f"item_{number}",
        _text(f"第{number}项：看标签与实物是否一致，数量是否与进货票据相符"),
        marked=True,
        hint=_text("看包装、标签、说明书三处"),
        relevant=f"${{item_{number - 1}_mark}} != 'not_applicable'" if number % 2 else "",
        basis=("TM/57(1)",),
    )


def _text(text: str) -> Text:
    return Text({"zh_CN": text})


if __name__ == "__main__":
    print(json.dumps({"ours": _ours, "bare": _bare}[sys.argv[1]](*sys.argv[2:])))  # noqa: T201
