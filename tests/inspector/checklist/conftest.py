"""Small checklists for tests: say only what matters."""

from collections.abc import Callable

import pytest

from inspector import checklist
from inspector.checklist import Template

Build = Callable[..., Template]


class Write:
    """Rows as JSON has them."""

    @staticmethod
    def both(text: str) -> dict[str, str]:
        return {"zh_CN": text, "en": text}

    def item(self, name: str, kind: str = "mark", **columns: object) -> dict[str, object]:
        return {"item": name, "type": kind, "label": self.both(name), **columns}

    def group(self, name: str, *rows: object, **columns: object) -> dict[str, object]:
        return {"group": name, "label": self.both(name), "rows": list(rows), **columns}

    def repeat(self, name: str, *rows: object, **columns: object) -> dict[str, object]:
        return {"repeat": name, "label": self.both(name), "rows": list(rows), **columns}

    def whole(self, *survey: object, **top: object) -> dict[str, object]:
        return {"id": "small", "title": self.both("small"), "version": "1", "survey": list(survey), **top}


@pytest.fixture(scope="session")
def write() -> Write:
    return Write()


@pytest.fixture(scope="session")
def build(write: Write) -> Build:
    """A template of the given survey rows."""
    return lambda *survey, **top: checklist.from_json(write.whole(*survey, **top))
