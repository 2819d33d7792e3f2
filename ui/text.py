"""Codes in human words, and the language that they are said in."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from inspector import paths
from inspector.errors import Problem, Trouble

CHINESE = "zh_CN"
ENGLISH = "en"

# The words of closed sets, by the name of the enum and the stored value of the member.
_LABELS: dict[str, dict[str, object]] = {
    "Role": {
        "laptop": QT_TRANSLATE_NOOP("Role", "Inspection laptop"),
        "office": QT_TRANSLATE_NOOP("Role", "Office desk"),
    },
    "Stage": {
        "draft": QT_TRANSLATE_NOOP("Stage", "Draft"),
        "final": QT_TRANSLATE_NOOP("Stage", "Final, to be signed"),
        "signed": QT_TRANSLATE_NOOP("Stage", "Signed"),
        "locked": QT_TRANSLATE_NOOP("Stage", "Locked"),
    },
    "Mark": {
        "clear": QT_TRANSLATE_NOOP("Mark", "Nothing found"),
        "suspect": QT_TRANSLATE_NOOP("Mark", "Suspicion"),
        "not_applicable": QT_TRANSLATE_NOOP("Mark", "Not applicable"),
        "unchecked": QT_TRANSLATE_NOOP("Mark", "Not checked"),
    },
    "Attendance": {
        "present": QT_TRANSLATE_NOOP("Attendance", "Present"),
        "absent": QT_TRANSLATE_NOOP("Attendance", "Absent"),
        "refused": QT_TRANSLATE_NOOP("Attendance", "Refuses to sign"),
        "left": QT_TRANSLATE_NOOP("Attendance", "Left before the end"),
        "obstructed": QT_TRANSLATE_NOOP("Attendance", "Obstructs"),
    },
    "Next": {
        "go_on": QT_TRANSLATE_NOOP("Next", "To be continued"),
        "sign": QT_TRANSLATE_NOOP("Next", "To be signed"),
        "scan": QT_TRANSLATE_NOOP("Next", "Scan to come"),
        "lock": QT_TRANSLATE_NOOP("Next", "To be locked"),
        "deliver": QT_TRANSLATE_NOOP("Next", "To be delivered"),
    },
    "Delivery": {
        "here": QT_TRANSLATE_NOOP("Delivery", "Only on this computer"),
        "written": QT_TRANSLATE_NOOP("Delivery", "Written to the stick"),
        "verified": QT_TRANSLATE_NOOP("Delivery", "On the stick, verified"),
        "received": QT_TRANSLATE_NOOP("Delivery", "Received by the office"),
        "elsewhere": QT_TRANSLATE_NOOP("Delivery", "On another computer"),
    },
}

# WORKAROUND(PySide6 6.12): qtbase_zh_CN lacks these words of the dialog in which files are chosen.
_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


def label(member: StrEnum) -> str:
    """The words for a member of a closed set."""
    return word(type(member).__name__, member.value)


def word(closed_set: str, value: str) -> str:
    """The words for a stored value of a closed set, such as `Delivery`, `received`."""
    return QCoreApplication.translate(closed_set, str(_LABELS[closed_set][value]))


def moment(instant: str, today: date) -> str:
    """Day and minute of an ISO instant as people say it: without the year where it is this one, today as such."""
    if not instant:
        return ""
    at = datetime.fromisoformat(instant)
    if at.date() == today:
        return QCoreApplication.translate("Moment", "Today {time}").format(time=f"{at:%H:%M}")
    return f"{at:%m-%d %H:%M}" if at.year == today.year else f"{at:%Y-%m-%d %H:%M}"


def told(trouble: Trouble) -> str:
    """The sentence of a Trouble: what happened, what was kept, what to do."""
    from inspector import wording  # brings a YAML reader, which the unlock page does not need

    return wording.sentence(trouble.code, language(), **trouble.context)


def problems(trouble: Trouble) -> list[str]:
    """One line for each problem that a Trouble carries."""
    from inspector import wording

    return wording.listed(trouble.problems, language())


def problem(found: Problem) -> str:
    """What is wrong, in words; where it is, the one who asks knows."""
    from inspector import wording

    return wording.sentence(found.code, language(), **found.context)


def sentence(code: str, /, **facts: object) -> str:
    """The words of the core for *code*; what is no code stays as it is."""
    from inspector import wording

    return wording.sentence(code, language(), **facts)


def pin_problem(pin: str) -> str:
    """What is wrong with a new PIN, as the workspace judges it; empty when nothing is."""
    from inspector.workspace.officers import check_pin

    return _complaint(check_pin, pin)


def passphrase_problem(passphrase: str) -> str:
    """What is wrong with a new passphrase; empty when nothing is."""
    from inspector.workspace.keys import check_passphrase

    return _complaint(check_passphrase, passphrase)


def pin_rule() -> str:
    """What is asked of a PIN, to be said beforehand."""
    from inspector.workspace.keys import MINIMUM_PIN

    rule = QCoreApplication.translate("Rules", "A PIN has at least {minimum} digits, not all the same.")
    return rule.format(minimum=MINIMUM_PIN)


def passphrase_rule() -> str:
    """What is asked of a passphrase, to be said beforehand."""
    from inspector.workspace.keys import MINIMUM_PASSPHRASE

    return QCoreApplication.translate("Rules", "At least {minimum} characters.").format(
        minimum=MINIMUM_PASSPHRASE
    )


def _complaint(check: Callable[[str], None], given: str) -> str:
    try:
        check(given)
    except Trouble as trouble:
        return told(trouble)
    return ""


def language() -> str:
    """The language of the window, as the leaves and the identifiers want it named."""
    return CHINESE if QLocale().language() == QLocale.Language.Chinese else ENGLISH


def choose(wanted: str) -> str:
    """The language to speak: *wanted*, else English where the system is English, else Chinese."""
    if wanted in (CHINESE, ENGLISH):
        return wanted
    return ENGLISH if QLocale.system().language() == QLocale.Language.English else CHINESE


def speak(app: QCoreApplication, chosen: str) -> None:
    """Makes the program speak *chosen*; windows that are open already keep their words."""
    QLocale.setDefault(QLocale(chosen))
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_folder = str(paths.resource("translations"))
    for name, folder in ((f"qtbase_{chosen}", qt_folder), (f"ui_{chosen}", own_folder)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
