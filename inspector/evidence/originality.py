"""Reasons to suspect that a picture is not the camera's own file (疑非原图)."""

from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache

import yaml

from inspector import paths
from inspector.evidence.claims import Claims
from inspector.evidence.media import Media


class Doubt(StrEnum):
    """Why the original should be asked for; each has its sentence."""

    CHAT_NAME = "chat_name"
    SCREENSHOT_NAME = "screenshot_name"
    NO_CAMERA_CLAIMS = "no_camera_claims"


def doubts(name: str, media: Media, claims: Claims) -> tuple[Doubt, ...]:
    """The doubts about a picture by its file name and claims, each once; other kinds of file raise none."""
    if not media.is_picture:
        return ()
    found = [doubt for pattern, doubt in _patterns() if fnmatchcase(name.casefold(), pattern)]
    if not claims.are_a_cameras:
        found.append(Doubt.NO_CAMERA_CLAIMS)
    return tuple(dict.fromkeys(found))


@cache
def _patterns() -> tuple[tuple[str, Doubt], ...]:
    table = yaml.safe_load(paths.resource("evidence", "originality.yaml").read_text(encoding="utf-8"))
    return tuple((entry["pattern"].casefold(), Doubt(entry["reason"])) for entry in table["patterns"])
