"""Colours by what they are for, one set for each look."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """Light, dark, and bright: 强光模式, high contrast and large type for work in the sun."""

    LIGHT = "light"
    DARK = "dark"
    BRIGHT = "bright"


class Tone(StrEnum):
    """What a colour says; it never says it alone, a word or an icon stands beside it."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Colours:
    """Each as #rrggbb. A `_soft` one is a background for text in the colour that it belongs to."""

    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str  # the outline of what can be typed into or pressed
    off: str  # words and icons of what cannot be used now
    off_line: str
    ink: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    nav: str
    nav_ink: str
    nav_muted: str
    nav_hover: str
    nav_selected: str
    nav_selected_ink: str

    def tone(self, tone: Tone) -> str:
        """The colour of text and icons of *tone*."""
        return self.ink if tone is Tone.PLAIN else str(getattr(self, tone.value))


COLOURS: dict[Look, Colours] = {
    Look.LIGHT: Colours(
        window="#f3f5f8", surface="#ffffff", sunken="#f7f9fb", hover="#eef2f6", line="#dfe5eb", edge="#b9c4cf",
        off="#8a96a3", off_line="#dfe5eb",
        ink="#18222d", muted="#566370", accent="#17609f", accent_hover="#104c80", on_accent="#ffffff",
        accent_soft="#e6f0f9", good="#1a6e45", good_soft="#e4f3ea", warn="#875200", warn_soft="#fdf1dc",
        bad="#b3261e", bad_soft="#fcebe9", nav="#14304a", nav_ink="#dce7f1", nav_muted="#9db4c9",
        nav_hover="#1d3f5f", nav_selected="#2a5379", nav_selected_ink="#ffffff",
    ),
    Look.DARK: Colours(
        window="#12181e", surface="#1b232b", sunken="#161d24", hover="#25303a", line="#2c3843", edge="#4a5966",
        off="#74828f", off_line="#2c3843",
        ink="#e4eaf0", muted="#a0adba", accent="#7ab8f0", accent_hover="#9ccbf6", on_accent="#0c1c2b",
        accent_soft="#1d3347", good="#74cf9d", good_soft="#17322a", warn="#f0b859", warn_soft="#382910",
        bad="#ff9a91", bad_soft="#3f2322", nav="#0d1319", nav_ink="#d3dde6", nav_muted="#8899a8",
        nav_hover="#19232c", nav_selected="#24384a", nav_selected_ink="#ffffff",
    ),
    Look.BRIGHT: Colours(
        window="#ffffff", surface="#ffffff", sunken="#f2f2f2", hover="#e8e8e8", line="#000000", edge="#000000",
        off="#6b6b6b", off_line="#b4b4b4",
        ink="#000000", muted="#2b2b2b", accent="#00388a", accent_hover="#002459", on_accent="#ffffff",
        accent_soft="#dfe9fb", good="#00471f", good_soft="#e3f5e9", warn="#593000", warn_soft="#fff0d1",
        bad="#8a0000", bad_soft="#ffe6e3", nav="#000000", nav_ink="#ffffff", nav_muted="#e0e0e0",
        nav_hover="#333333", nav_selected="#ffffff", nav_selected_ink="#000000",
    ),
}  # fmt: skip

TEXT_POINTS: dict[Look, float] = {Look.LIGHT: 10.5, Look.DARK: 10.5, Look.BRIGHT: 13.5}
"""Size of body text; 13.5 pt are 18 pixels at 96 dpi."""
