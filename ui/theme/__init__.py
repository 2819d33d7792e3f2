"""The look: colours and sizes as tokens, worn by the whole program through a palette, one style sheet and line icons.

Vocabulary: *look* 外观 is light, dark or bright (强光模式, for work outdoors); a *tone* is what a colour says (good, warn, bad).
Promise: text keeps a contrast of 4.5 to 1 on every surface, 7 to 1 in bright light; sizes follow the font.
"""

from ui.theme.icons import dress, icon
from ui.theme.tokens import Colours, Look, Tone
from ui.theme.wearing import colours, look_of_system, set_kind, set_tone, space, text_size, wear

__all__ = [
    "Colours",
    "Look",
    "Tone",
    "colours",
    "dress",
    "icon",
    "look_of_system",
    "set_kind",
    "set_tone",
    "space",
    "text_size",
    "wear",
]
