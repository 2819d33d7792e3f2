"""疑点, opened in place: the facts in the officer's words, and the goods."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import text, theme
from ui.screens.fill_in.items.goods_table import FIELDS, GoodsTable
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button, Weight
from ui.widgets.card import SectionHeading, small
from ui.widgets.field_row import FieldRow
from ui.widgets.kept_text import KeptText


class SuspicionPanel(QFrame):
    """Shows the suspicion of the item at hand and writes what is typed into it."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "suspicion")
        self._way, self._suspicion, self._added = way, "", ""
        answering = way.context.workspace.answering
        self._answering = answering
        self.heading = SectionHeading(self.tr("Suspicion"))
        self.facts = KeptText(self.tr("Facts"), lines=2)
        self.facts.set_placeholder(
            self.tr("What was seen, in plain words: where, what, how many. No conclusions.")
        )
        self.facts.settled.connect(self._facts)
        self.facts.drafted.connect(self._draft)
        self.goods = GoodsTable()
        self.goods.changed.connect(self._goods)
        self.goods.drafted.connect(self._keep)
        self.goods.given_up.connect(self._drop)
        self.unread = small("")
        theme.set_tone(self.unread, theme.Tone.BAD)
        self.goods.complained.connect(self._complain)
        self._complain("")
        self.add = Button(self.tr("Add goods"), Weight.PLAIN, "plus")
        self.add.setToolTip(self.tr("What the product card says is filled in"))
        self.add.clicked.connect(self._add)
        self.goods.passed.connect(self.add.setFocus)
        self.remove = Button(self.tr("Remove line"), Weight.QUIET, "trash")
        self.remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self.finding = small("")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(3))
        column.setSpacing(theme.space(2))
        column.addWidget(self.heading)
        column.addWidget(self.finding)
        column.addWidget(FieldRow(self.tr("Facts"), self.facts))
        column.addWidget(self.goods)
        column.addWidget(self.unread)
        column.addLayout(buttons)

    def show_line(self, row: LineRow, visited: Visited) -> None:
        """Shows the suspicion on that line, if there is one."""
        inspection = visited.inspection
        suspicion = inspection.suspicion_on(row.line.address)
        self.setVisible(suspicion is not None)
        self._suspicion = suspicion.id if suspicion else ""
        if suspicion is None:
            return
        finding = row.line.item.finding
        self.finding.setText(finding.of(text.language()) if finding else "")
        self.facts.show_text(suspicion.facts, visited.draft(suspicion.id, "facts"))
        self.facts.set_writable(visited.is_writable)
        self.goods.show_goods(inspection.goods_of(suspicion.id), visited.drafts, writable=visited.is_writable)
        self.add.setVisible(visited.is_writable)
        self.remove.setVisible(visited.is_writable and self.goods.rowCount() > 0)
        if self._added and self.goods.go_to(self._added, FIELDS[0]):
            self._added = ""

    @property
    def suspicion(self) -> str:
        """The suspicion in sight; empty when the item at hand has none."""
        return self._suspicion

    @property
    def is_written_in(self) -> bool:
        """Whether facts or goods stand in it."""
        return bool(self._suspicion and (self.facts.text().strip() or self.goods.rowCount()))

    def take_cursor(self) -> None:
        self.facts.editor.setFocus()

    def settle(self) -> None:
        self.facts.settle()
        self.goods.settle()

    def _facts(self, typed: str) -> None:
        visit, suspicion = self._way.visit(), self._suspicion
        drafts = self._way.context.workspace.drafts
        self._way.context.write(partial(self._answering.write_suspicion, visit, suspicion, facts=typed))
        self._way.context.tasks.write(partial(drafts.drop, suspicion, "facts"))

    def _draft(self, typed: str) -> None:
        self._keep(self._suspicion, "facts", typed)

    def _keep(self, entity: str, field: str, typed: str) -> None:
        self._way.context.tasks.write(partial(self._way.context.workspace.drafts.keep, entity, field, typed))

    def _drop(self, entity: str, field: str) -> None:
        self._way.context.tasks.write(partial(self._way.context.workspace.drafts.drop, entity, field))

    def _goods(self, goods: str, said: dict[str, object]) -> None:
        self._way.context.write(partial(self._answering.write_goods, self._way.visit(), goods, **said))
        for field in said:
            self._drop(goods, field)

    def _complain(self, why: str) -> None:
        self.unread.setText(why)
        self.unread.setVisible(bool(why))

    def _add(self) -> None:
        add = partial(self._answering.add_goods, self._way.visit(), self._suspicion)
        self._way.context.add(add, self._show_added)

    def _show_added(self, goods: str) -> None:
        self._added = goods

    def _remove(self) -> None:
        goods = self.goods.goods_at_hand()
        if goods:
            self._way.context.write(partial(self._answering.remove_goods, self._way.visit(), goods))
