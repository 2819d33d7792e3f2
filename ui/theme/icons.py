"""Line icons: SVG files drawn in `currentColor`, coloured as they are put on."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from inspector import paths
from ui.theme.tokens import COLOURS, Colours, Look

_worn = COLOURS[Look.LIGHT]


def icon(name: str, colour: str, size: int = 20, gap: int = 0, ratio: float = 1.0) -> QIcon:
    """The icon `resources/icons/NAME.svg` in *colour* (#rrggbb), *gap* wider than high; pale where it is disabled."""
    made = QIcon(pixmap(name, colour, size, gap, ratio))
    made.addPixmap(pixmap(name, _worn.off, size, gap, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, gap: int = 0, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture, *size* device-independent pixels high and *gap* more wide."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = _drawing(name).replace("currentColor", colour)
    canvas = QPixmap(QSize(size + gap, size) * ratio)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return canvas


def dress(widget: QAbstractButton | QLabel, name: str, colour: str = "ink", size: int = 20) -> None:
    """Puts icon *name* on, in the colour of that field of `Colours`; it follows when another look is put on."""
    widget.setProperty("icon_name", name)
    widget.setProperty("icon_colour", colour)
    widget.setProperty("icon_size", size)
    _put_on(widget)


def dress_again(app: QApplication, worn: Colours) -> None:
    """Colours every icon anew for the look that was put on."""
    global _worn
    _worn = worn
    for widget in app.allWidgets():
        if widget.property("icon_name") and isinstance(widget, QAbstractButton | QLabel):
            _put_on(widget)


def _put_on(widget: QAbstractButton | QLabel) -> None:
    name, size = str(widget.property("icon_name")), int(widget.property("icon_size"))
    colour = str(getattr(_worn, str(widget.property("icon_colour"))))
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, colour, size, ratio=widget.devicePixelRatioF()))
    else:
        gap = size // 4 if widget.text() else 0  # Qt leaves four pixels, whatever the size of the type
        widget.setIcon(icon(name, colour, size, gap, widget.devicePixelRatioF()))
        widget.setIconSize(QSize(size + gap, size))


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
