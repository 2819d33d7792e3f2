"""Values of fields in human words, as conflicts show them side by side."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from inspector.journal.operation import GONE
from ui import text
from ui.widgets.masked_field import masked

if TYPE_CHECKING:
    from inspector.workspace.conflicts import Version

_COVERED = "id_number"


def field_name(kind: str, field: str) -> str:
    """What a field is called on the forms."""
    return text.sentence(f"field_{field}" if field == GONE else f"field_{kind}_{field}")


def kind_name(kind: str) -> str:
    return text.sentence(f"thing_{kind}")


def shown(kind: str, version: "Version") -> str:
    """A value to be read; beside a removal also which field it is in."""
    words = _words(version)
    if version.field == GONE:
        return words
    if version.field == _COVERED:
        return masked(words)
    return words


def edit_beside(kind: str, version: "Version") -> str:
    """A version beside a removal: what was done there."""
    if version.field == GONE:
        return shown(kind, version)
    pattern = QCoreApplication.translate("Values", "Changed {field} to “{value}”")
    return pattern.format(field=field_name(kind, version.field), value=shown(kind, version))


def _words(version: "Version") -> str:
    value = version.value
    if version.field == GONE:
        return (
            QCoreApplication.translate("Values", "Removed it")
            if value
            else QCoreApplication.translate("Values", "Kept it")
        )
    if version.named:
        return version.named
    if value is None or value == "" or value == ():
        return QCoreApplication.translate("Values", "(empty)")
    return _spelled(value)


def _spelled(value: object) -> str:
    match value:
        case bool():
            return (
                QCoreApplication.translate("Values", "Yes")
                if value
                else QCoreApplication.translate("Values", "No")
            )
        case StrEnum():
            return text.label(value)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case Mapping():
            return QCoreApplication.translate("Values", "{n} entries").format(n=len(value))
        case tuple():
            return "、".join(map(_spelled, value))
    return str(value)
