"""Templates: the fixed wording, text styles and paper of one document, read from resources/forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from inspector import paths

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class TextStyle:
    """How text is set: the typeface by name, size and distance of lines in points, room between characters in em."""

    face: str
    size: float
    leading: float
    spread_em: float = 0.0


@dataclass(frozen=True)
class Paper:
    """A sheet and its margins, in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: what it shows, its heading and its share of the width."""

    field: str
    heading: str
    share: float
    centred: bool = False


@dataclass(frozen=True)
class Template:
    """One document's fixed parts. A wording or style that a file does not have is a KeyError: a mistake of ours."""

    title: str
    paper: Paper
    photo_widths: Mapping[str, float]  # landscape and portrait, in points
    styles: Mapping[str, TextStyle]
    wording: Mapping[str, str]
    rows: Mapping[str, list[dict[str, float]]]  # of facts: for each line, the fields on it and their shares
    columns: Mapping[str, tuple[TableColumn, ...]]

    def style(self, name: str) -> TextStyle:
        return self.styles[name]

    def say(self, key: str, /, **facts: object) -> str:
        """The fixed wording called *key*, with its `{facts}` filled in."""
        return self.wording[key].format(**facts)


def points(millimetres: float) -> float:
    return millimetres * _POINTS_PER_MM


@cache
def template(name: str) -> Template:
    """The template resources/forms/*name*.yaml, laid over `standard.yaml`, which holds what all of them share."""
    shared, own = _read("standard"), _read(name)
    styles = {
        key: {**shared["styles"].get(key, {}), **own.get("styles", {}).get(key, {})}
        for key in shared["styles"]
    }
    return Template(
        title=own["title"],
        paper=Paper(
            **{key: points(mm) for key, mm in {**shared["paper_mm"], **own.get("paper_mm", {})}.items()}
        ),
        photo_widths={key: points(mm) for key, mm in shared["photo_mm"].items()},
        styles={key: TextStyle(**style) for key, style in styles.items()},
        wording={**shared["wording"], **own.get("wording", {})},
        rows={**shared["rows"], **own.get("rows", {})},
        columns={
            key: tuple(TableColumn(**column) for column in columns)
            for key, columns in own.get("columns", {}).items()
        },
    )


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(
        paths.resource("forms", f"{name}.yaml").read_text(encoding="utf-8")
    )
    return content
