"""Colours that can be read, icons that are there."""

import re

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication

from inspector import paths
from ui import theme
from ui.theme.icons import pixmap
from ui.theme.tokens import COLOURS, Look

SURFACES = ("window", "surface", "sunken", "hover")
TEXTS = ("ink", "muted", "accent", "good", "warn", "bad")
PAIRS = [(text, ground) for text in TEXTS for ground in SURFACES] + [
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "accent_soft"), ("ink", "accent_soft"),
    ("good", "good_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"), ("ink", "bad_soft"), ("ink", "good_soft"),
    ("ink", "warn_soft"), ("nav_ink", "nav"), ("nav_muted", "nav"), ("nav_ink", "nav_hover"),
    ("nav_selected_ink", "nav_selected"),
]  # fmt: skip


def _luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_in_every_look(look, text, ground):
    worn = COLOURS[look]
    needed = 7.0 if look is Look.BRIGHT else 4.5
    assert contrast(getattr(worn, text), getattr(worn, ground)) >= needed


@pytest.mark.parametrize("look", Look)
def test_the_edge_of_a_field_can_be_seen(look):
    worn = COLOURS[look]
    assert contrast(worn.edge, worn.surface) >= (7.0 if look is Look.BRIGHT else 1.5)


def test_every_icon_that_is_asked_for_is_there():
    root = paths.resources().parent / "ui"
    asked = set()
    for file in root.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r'(?:dress\(\S+, |icon\(|icon=|Weight\.[A-Z]+, )"([a-z-]+)"', source))
        asked |= set(re.findall(r'(?:IconButton|Tile|EmptyState)\(\s*"([a-z-]+)"', source))
    here = {file.stem for file in paths.resource("icons").glob("*.svg")}
    assert len(asked) > 12, "the patterns find nothing any more"
    assert asked <= here


@pytest.mark.parametrize("name", sorted(f.stem for f in paths.resource("icons").glob("*.svg")))
def test_every_icon_draws_something(name, qapp):
    drawn = pixmap(name, "#000000", 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_type_is_large_when_the_light_is_bright(qapp):
    try:
        theme.wear(qapp, Look.BRIGHT, bundled_font=True)
        assert theme.text_size(1) >= 18
        assert theme.colours() is COLOURS[Look.BRIGHT]
    finally:
        theme.wear(qapp, Look.LIGHT, bundled_font=True)


def test_the_font_has_chinese_characters_when_the_one_that_comes_along_is_taken(qapp):
    metrics = QFontMetrics(QGuiApplication.font())
    assert all(metrics.inFontUcs4(ord(character)) for character in "知识产权巡查鬼𬭎")


def test_icons_change_colour_when_another_look_is_put_on(qapp, qtbot):
    from ui.widgets.button import Button

    button = Button("保存", icon="save")
    qtbot.addWidget(button)
    before = button.icon().pixmap(20, 20).toImage()
    try:
        theme.wear(qapp, Look.DARK, bundled_font=True)
        assert button.icon().pixmap(20, 20).toImage() != before
    finally:
        theme.wear(qapp, Look.LIGHT, bundled_font=True)
