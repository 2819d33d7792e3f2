"""Which screens there are: a line for each place, imported when a person first goes there."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.screens.screen import Context, Place, Screen

_NAMES = {
    Place.TODAY: QT_TRANSLATE_NOOP("Place", "Today"),
    Place.INSPECTIONS: QT_TRANSLATE_NOOP("Place", "Inspections"),
    Place.FILL_IN: QT_TRANSLATE_NOOP("Place", "On-site inspection"),
    Place.EVIDENCE: QT_TRANSLATE_NOOP("Place", "Evidence"),
    Place.DOCUMENTS: QT_TRANSLATE_NOOP("Place", "Documents"),
    Place.REGISTRY: QT_TRANSLATE_NOOP("Place", "Registry"),
    Place.COMPLAINTS: QT_TRANSLATE_NOOP("Place", "Complaints"),
    Place.REPORTS: QT_TRANSLATE_NOOP("Place", "Reports"),
    Place.EXCHANGE: QT_TRANSLATE_NOOP("Place", "Data exchange"),
    Place.LIBRARY: QT_TRANSLATE_NOOP("Place", "Library"),
    Place.OFFICERS: QT_TRANSLATE_NOOP("Place", "Officers"),
    Place.SETTINGS: QT_TRANSLATE_NOOP("Place", "Settings"),
}


def name(place: Place) -> str:
    """What the place is called."""
    return QCoreApplication.translate("Place", str(_NAMES[place]))


def _documents(context: Context) -> Screen:
    from ui.screens.documents.screen import DocumentsScreen

    return DocumentsScreen(context)


def _fill_in(context: Context) -> Screen:
    from ui.screens.fill_in.screen import FillInScreen

    return FillInScreen(context)


def _today(context: Context) -> Screen:
    from ui.screens.today import TodayScreen

    return TodayScreen(context)


def _inspections(context: Context) -> Screen:
    from ui.screens.inspections import InspectionsScreen

    return InspectionsScreen(context)


def _evidence(context: Context) -> Screen:
    from ui.screens.evidence.screen import EvidenceScreen

    return EvidenceScreen(context)


def _exchange(context: Context) -> Screen:
    from ui.screens.exchange.screen import ExchangeScreen

    return ExchangeScreen(context)


def _library(context: Context) -> Screen:
    from ui.screens.library.screen import LibraryScreen

    return LibraryScreen(context)


def _registry(context: Context) -> Screen:
    from ui.screens.registry import RegistryScreen

    return RegistryScreen(context)


def _officers(context: Context) -> Screen:
    from ui.screens.officers import OfficersScreen

    return OfficersScreen(context)


def _settings(context: Context) -> Screen:
    from ui.screens.settings import SettingsScreen

    return SettingsScreen(context)


SCREENS: dict[Place, Callable[[Context], Screen]] = {
    Place.TODAY: _today,
    Place.INSPECTIONS: _inspections,
    Place.FILL_IN: _fill_in,
    Place.EVIDENCE: _evidence,
    Place.EXCHANGE: _exchange,
    Place.LIBRARY: _library,
    Place.REGISTRY: _registry,
    Place.DOCUMENTS: _documents,
    Place.OFFICERS: _officers,
    Place.SETTINGS: _settings,
}
"""The screens that exist; the navigation shows these places, in the order of `Place`."""
