"""检查记录: every visit that is known here, newest first, found by name or initials."""

from ui.screens.inspections.screen import InspectionsScreen

__all__ = ["InspectionsScreen"]
