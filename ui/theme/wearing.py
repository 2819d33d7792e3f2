"""Puts a look on: the font, the palette and the style sheet, as global as Qt's own palette."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector import paths
from ui.theme import icons
from ui.theme.sheet import sheet
from ui.theme.tokens import COLOURS, TEXT_POINTS, Colours, Look, Tone

_GOOD_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)
_BUNDLED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")

_worn = COLOURS[Look.LIGHT]


def wear(app: QApplication, look: Look, *, bundled_font: bool = False) -> None:
    """Makes the whole program look like *look*; `bundled_font` takes the font that comes along in any case."""
    global _worn
    _worn = COLOURS[look]
    app.setStyle("Fusion")
    font = QFont(family(bundled=bundled_font))
    font.setPointSizeF(TEXT_POINTS[look])
    app.setFont(font)
    _em.cache_clear()
    app.setPalette(_palette(_worn))
    app.setStyleSheet(sheet(_worn, look, space, text_size))
    icons.dress_again(app, _worn)


def colours() -> Colours:
    """The colours that are worn."""
    return _worn


def family(*, bundled: bool = False) -> str:
    """A family with Chinese characters in more than one weight: the system's, else the one that comes along."""
    if not bundled:
        here = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
        for name in _GOOD_FAMILIES:
            if name in here:
                return name
    found = ""
    for file in _BUNDLED:
        number = QFontDatabase.addApplicationFont(str(paths.resource("fonts", file)))
        found = found or QFontDatabase.applicationFontFamilies(number)[0]
    return found


def look_of_system(*, bright: bool) -> Look:
    """The look to wear: bright where the person chose it, otherwise as the system is set."""
    if bright:
        return Look.BRIGHT
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Look.DARK if dark else Look.LIGHT


def space(steps: float) -> int:
    """A distance in pixels: four of them a step at a body text of fourteen pixels."""
    return max(1, round(steps * 4 * _em() / 14))


def text_size(ratio: float) -> int:
    """A text height in pixels, as a ratio of body text."""
    return round(_em() * ratio)


def set_kind(widget: QWidget, kind: str) -> None:
    """Says which rules of the style sheet are for *widget* (primary, quiet, card, title …)."""
    _say(widget, "kind", kind)


def set_tone(widget: QWidget, tone: Tone) -> None:
    _say(widget, "tone", tone.value)


def _say(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def _em() -> float:
    """Body text in pixels; measured once for each look, since a page asks for distances thousands of times."""
    font = QGuiApplication.font()
    if font.pixelSize() > 0:
        return float(font.pixelSize())
    screen = QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInch() if screen else 96.0
    return font.pointSizeF() * dpi / 72


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for target, colour in {
        role.Window: c.window,
        role.WindowText: c.ink,
        role.Base: c.surface,
        role.AlternateBase: c.sunken,
        role.Text: c.ink,
        role.Button: c.surface,
        role.ButtonText: c.ink,
        role.BrightText: c.bad,
        role.ToolTipBase: c.nav,
        role.ToolTipText: c.nav_ink,
        role.PlaceholderText: c.muted,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.Light: c.surface,
        role.Midlight: c.line,
        role.Mid: c.edge,
        role.Dark: c.edge,
        role.Shadow: c.edge,
    }.items():
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, target, QColor(c.muted))
    return palette


def text_width(text: str) -> int:
    """The width of *text* in body type, in pixels."""
    return round(QFontMetricsF(QGuiApplication.font()).horizontalAdvance(text))
