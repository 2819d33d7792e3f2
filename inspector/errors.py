"""Two kinds of failure: the world failed (Trouble), or we failed (Defect)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Fixed spellings of everything that can go wrong; `wording` has the sentence for each."""

    # workspace
    WORKSPACE_MISSING = "workspace_missing"
    WORKSPACE_EXISTS = "workspace_exists"
    WORKSPACE_NEWER = "workspace_newer"
    WORKSPACE_DAMAGED = "workspace_damaged"
    WORKSPACE_HELD = "workspace_held"
    PASSPHRASE_WRONG = "passphrase_wrong"
    PASSPHRASE_WEAK = "passphrase_weak"
    PIN_WRONG = "pin_wrong"
    PIN_WEAK = "pin_weak"
    PIN_WAIT = "pin_wait"
    OFFICER_LEFT = "officer_left"
    KEY_FILE_DAMAGED = "key_file_damaged"
    RECOVERY_WRONG = "recovery_wrong"
    RECOVERY_MISSING = "recovery_missing"
    DISK_FULL = "disk_full"
    DISK_FAILED = "disk_failed"
    ACCESS_REFUSED = "access_refused"
    OUTPUT_FAILED = "output_failed"
    # things
    THING_UNKNOWN = "thing_unknown"
    FIELD_UNKNOWN = "field_unknown"
    VALUE_INVALID = "value_invalid"
    PAPER_PREVAILS = "paper_prevails"
    RECORD_LOCKED = "record_locked"
    SEAL_UNKNOWN = "seal_unknown"
    MOVE_FORBIDDEN = "move_forbidden"
    ELEMENTS_MISSING = "elements_missing"
    OFFICER_UNKNOWN = "officer_unknown"
    KEY_UNVOUCHED = "key_unvouched"
    OFFICER_TWICE = "officer_twice"
    NOT_LAST = "not_last"
    # evidence
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    BLOB_MISSING = "blob_missing"
    BLOB_DAMAGED = "blob_damaged"
    # checklists
    CHECKLIST_INVALID = "checklist_invalid"
    CHECKLIST_UNKNOWN = "checklist_unknown"
    # law
    BASIS_UNKNOWN = "basis_unknown"
    # documents
    CHARACTER_UNPRINTABLE = "character_unprintable"
    DOCUMENT_UNKNOWN = "document_unknown"
    PAGE_UNKNOWN = "page_unknown"
    NOTHING_TO_PRINT = "nothing_to_print"
    PRINTER_REFUSED = "printer_refused"
    # exchange
    BUNDLE_MISSING = "bundle_missing"
    BUNDLE_DAMAGED = "bundle_damaged"
    BUNDLE_NEWER = "bundle_newer"
    BUNDLE_FOREIGN = "bundle_foreign"
    BUNDLE_UNSIGNED = "bundle_unsigned"
    BUNDLE_UNVERIFIED = "bundle_unverified"
    DEVICE_REVOKED = "device_revoked"
    ENROLMENT_DAMAGED = "enrolment_damaged"
    ENROLMENT_FOREIGN = "enrolment_foreign"
    NOBODY_THERE = "nobody_there"
    NOT_ENROLLED = "not_enrolled"
    NOT_OFFICE = "not_office"
    JOURNAL_BROKEN = "journal_broken"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file or a record: what (code), where (a path such as `items/3/basis`), and the facts."""

    code: str
    where: str = ""
    context: Mapping[str, object] = field(default_factory=dict)


class Trouble(Exception):
    """The world failed: a person can understand it and often mend it. Carries all problems at once."""

    def __init__(self, code: Code, *, problems: tuple[Problem, ...] = (), **context: object) -> None:
        super().__init__(f"{code}: {context}" if context else str(code))
        self.code = code
        self.problems = problems
        self.context: dict[str, object] = context


class Defect(Exception):
    """We failed: a broken assumption of the program itself. Never caught below the program's entry."""
