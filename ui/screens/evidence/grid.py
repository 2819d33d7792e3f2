"""The grid of thumbnails: pages of leaves, fetched and drawn as they come into sight."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.tasks import Tasks
from ui.theme.icons import pixmap

if TYPE_CHECKING:
    from inspector.workspace.album import Leaf

PAGE = 60
SIDE = 38
"""Least width of a tile, in steps; what is left over of a row is shared out."""

SHAPE = 0.75
"""Height of a thumbnail's ground by its width."""

LEAF = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[str, int], "Sequence[Leaf]"]
"""A page of leaves after the entity that is named (empty: the first page), at most so many."""


class Leaves(QAbstractListModel):
    """Leaves with their thumbnails.

    Signals:
        filled: the first page has arrived.
        wanting: digests of leaves whose thumbnail has not been made yet.
    """

    filled = Signal()
    wanting = Signal(list)

    def __init__(
        self, tasks: Tasks, thumbnail: Callable[[str], bytes | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._thumbnail = tasks, thumbnail
        self._fetch: Fetch | None = None
        self._asked = 0
        self._is_whole = True
        self._pictures: dict[str, QPixmap | None] = {}
        self.leaves: list[Leaf] = []

    def ask(self, fetch: Fetch) -> None:
        """Shows what *fetch* brings, from its beginning."""
        self._fetch = fetch
        self._asked += 1
        self._is_whole = True
        self._tasks.run(partial(self._read, fetch, ""), partial(self._arrived, self._asked, first=True))

    def has_come(self, sha256: str) -> None:
        """A thumbnail was made."""
        self._tasks.run(partial(self._thumbnails, [sha256]), self._drawn)

    def row_of(self, entity: str) -> int:
        return next((n for n, leaf in enumerate(self.leaves) if leaf.entity == entity), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.leaves)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        leaf = self.leaves[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{leaf.visit.party_name} {leaf.facts.original_name if leaf.facts else ''}"
            case _ if role == LEAF:
                return leaf
            case _ if role == PICTURE:
                return self._pictures.get(leaf.sha256)
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: _Index) -> None:
        if self._fetch is not None and not self._is_whole:
            self._is_whole = True  # until the answer says otherwise
            fetch = partial(self._read, self._fetch, self.leaves[-1].entity)
            self._tasks.run(fetch, partial(self._arrived, self._asked, first=False))

    def _read(self, fetch: Fetch, after: str) -> "tuple[Sequence[Leaf], dict[str, bytes | None]]":
        leaves = fetch(after, PAGE)
        return leaves, self._thumbnails([leaf.sha256 for leaf in leaves if leaf.is_here])

    def _thumbnails(self, digests: Sequence[str]) -> dict[str, bytes | None]:
        return {sha256: self._thumbnail(sha256) for sha256 in digests}

    def _arrived(
        self, asked: int, page: "tuple[Sequence[Leaf], dict[str, bytes | None]]", *, first: bool
    ) -> None:
        if asked != self._asked:
            return
        leaves, thumbnails = page
        self._keep(thumbnails)
        if first:
            self.beginResetModel()
            self.leaves = list(leaves)
            self.endResetModel()
        elif leaves:
            self.beginInsertRows(QModelIndex(), len(self.leaves), len(self.leaves) + len(leaves) - 1)
            self.leaves.extend(leaves)
            self.endInsertRows()
        self._is_whole = len(leaves) < PAGE
        if first:
            self.filled.emit()
        missing = [leaf.sha256 for leaf in leaves if leaf.is_here and not leaf.obstacle]
        missing = [sha256 for sha256 in missing if self._pictures.get(sha256) is None]
        if missing:
            self.wanting.emit(list(dict.fromkeys(missing)))

    def _drawn(self, thumbnails: dict[str, bytes | None]) -> None:
        self._keep(thumbnails)
        for row, leaf in enumerate(self.leaves):
            if leaf.sha256 in thumbnails:
                index = self.index(row)
                self.dataChanged.emit(index, index, [PICTURE])

    def _keep(self, thumbnails: dict[str, bytes | None]) -> None:
        for sha256, content in thumbnails.items():
            picture = QPixmap()
            self._pictures[sha256] = picture if content and picture.loadFromData(content) else None


class Grid(QListView):
    """Tiles in rows; arrows go from one to the other.

    Signals:
        chosen: the leaf that the person is on.
        opened: the leaf that is to be seen large (Enter, double click).
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, model: Leaves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(Tile(self))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(LEAF)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = event.size().width() - theme.space(2)
        columns = max(1, room // theme.space(SIDE))
        self.setGridSize(self._tile(room // columns))
        super().resizeEvent(event)

    def _tile(self, width: int) -> QSize:
        return QSize(width, round(width * SHAPE) + 2 * self.fontMetrics().height() + theme.space(2))

    def choose(self, row: int) -> None:
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self.opened.emit(self.currentIndex().data(LEAF))
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(LEAF))


class Tile(QStyledItemDelegate):
    """Draws a thumbnail on its ground, below it whose it is; a doubt and an absent original carry a sign."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        assert isinstance(view, Grid)
        return view.gridSize() - QSize(theme.space(1), theme.space(1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        leaf: Leaf = index.data(LEAF)
        colours = theme.colours()
        area = option.rect.adjusted(theme.space(1), theme.space(1), -theme.space(1), -theme.space(1))
        ground = QRect(area.left(), area.top(), area.width(), round(area.width() * SHAPE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if is_chosen else colours.surface))
        painter.drawRoundedRect(option.rect, theme.space(1.5), theme.space(1.5))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(ground, theme.space(1), theme.space(1))
        self._picture(painter, ground, leaf, index.data(PICTURE))
        if is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), theme.space(1.5), theme.space(1.5))
        self._words(painter, option, area, ground, leaf)
        painter.restore()

    def _picture(self, painter: QPainter, ground: QRect, leaf: "Leaf", picture: QPixmap | None) -> None:
        if picture is not None:
            fitted = picture.size().scaled(ground.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(ground.topLeft(), fitted)
            place.moveCenter(ground.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture)
        else:
            sign = pixmap("evidence" if leaf.is_here else "stick", theme.colours().edge, theme.space(9))
            painter.drawPixmap(ground.center() - sign.rect().center(), sign)
        if leaf.facts and leaf.facts.originality:
            painter.setBrush(QColor(theme.colours().warn_soft))
            side = theme.space(6)
            corner = QRect(ground.right() - side - 4, ground.top() + 4, side, side)
            painter.drawEllipse(corner)
            sign = pixmap("warning", theme.colours().warn, theme.space(4))
            painter.drawPixmap(corner.center() - sign.rect().center(), sign)

    @staticmethod
    def _words(
        painter: QPainter, option: QStyleOptionViewItem, area: QRect, ground: QRect, leaf: "Leaf"
    ) -> None:
        metrics = option.fontMetrics
        line = QRect(area.left(), ground.bottom() + theme.space(1), area.width(), metrics.height())
        name = leaf.visit.party_name or leaf.visit.place
        painter.setPen(QColor(theme.colours().ink))
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(name, Qt.TextElideMode.ElideRight, line.width()),
        )
        font = painter.font()
        font.setPixelSize(theme.text_size(0.88))
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().muted))
        at = leaf.visit.started_at[:16].replace("T", " ")
        painter.drawText(line.translated(0, line.height()), Qt.AlignmentFlag.AlignVCenter, at)
