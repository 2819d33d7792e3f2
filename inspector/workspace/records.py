"""笔录: made final, printed, signed in ink, locked by two officers, and supplemented."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from typing import cast

from inspector import ids, printing
from inspector.changes import Changes
from inspector.checklist import Text
from inspector.clock import Clock
from inspector.crypto import sshsig
from inspector.crypto.signing import SigningKey
from inspector.errors import Code, Problem, Trouble
from inspector.inspection import composing, elements, lifecycle
from inspector.inspection.composing import Letterhead
from inspector.inspection.inspection import Inspection
from inspector.inspection.kinds import KINDS
from inspector.inspection.lifecycle import Move
from inspector.inspection.people import Desk, Officer
from inspector.inspection.record import Record, RecordReference
from inspector.inspection.registry import Party
from inspector.inspection.visit import Ink, InkRole, Print, Stage, Version, Visit
from inspector.journal import lock
from inspector.journal.operation import GONE, Operation
from inspector.storage.store import Store
from inspector.workspace.checklists import Checklists
from inspector.workspace.inspections import Inspections
from inspector.workspace.officers import Officers
from inspector.workspace.registry import Registry
from inspector.workspace.scribe import Edit, Scribe
from inspector.workspace.signed_page import Page


@dataclass(frozen=True)
class Sealed:
    """A lock in force: who signed it with an own key, when by the clock of that computer, and the version that was signed."""

    officers: tuple[str, ...]
    at: datetime
    digest: str


class Records:
    """From the filled-in visit to the locked record."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        inspections: Inspections,
        checklists: Checklists,
        officers: Officers,
        registry: Registry,
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._inspections = inspections
        self._checklists = checklists
        self._officers = officers
        self._registry = registry

    def record(self, visit: str) -> Record:
        """The record: as locked, as it was made final, or composed as of now.

        Raises:
            Trouble: VALUE_INVALID when the record.json of a lock is not the one that was signed; SEAL_UNKNOWN when it was
                locked by a newer version in a form that this one cannot read.
        """
        if self._store.things.state(visit).is_locked_unread:
            raise Trouble(Code.SEAL_UNKNOWN)
        inspection = self._inspections.read(visit)
        version = self._version(inspection)
        if version is not None:
            return Record.from_json(dict(version.record))
        if inspection.locked:
            raise Trouble(
                Code.VALUE_INVALID, problems=(Problem("record_unsigned", visit),), what="record.json"
            )
        return self._compose(inspection)

    def version(self, visit: str) -> str:
        """The version digest, 64 hex digits, of what `record` reads.

        A newer program may read a record.json into other fields; what was printed and signed stays what it was.
        """
        inspection = self._inspections.read(visit)
        version = self._version(inspection)
        return version.digest if version else inspection.sealed or self.record(visit).version_digest

    def sealed(self, visit: str) -> Sealed | None:
        """The lock of a visit, with the officers' names as the record has them; None while there is none."""
        found = self._store.things.state(visit).seal
        if found is None:
            return None
        head, seal = found
        names = {o.id: o.name for o in self.record(visit).officers}
        signed = tuple(names.get(s.officer, s.officer) for s in seal.signatures)
        return Sealed(signed, datetime.fromisoformat(head.wall), seal.record)

    def missing(self, visit: str) -> tuple[Problem, ...]:
        """The legal elements that are missing for the next move, each with the place that mends it.

        Of a locked record nothing is missing but, perhaps, the version of the program that can read its seal.
        """
        if self._store.things.state(visit).is_locked_unread:
            return (Problem(Code.SEAL_UNKNOWN, "lock"),)
        inspection = self._inspections.read(visit)
        if inspection.locked:
            return ()
        if inspection.visit.stage is Stage.DRAFT:
            return self._missing_to_finalise(inspection)
        return self._missing_to_lock(inspection)

    def finalise(self, visit: str) -> Changes:
        """定稿: from now on the page is printed for signature; reopening is free until somebody has signed.

        The record is composed once and kept: neither a newer program nor what is written into the registry changes it.

        Raises:
            Trouble: ELEMENTS_MISSING with all of them; MOVE_FORBIDDEN; RECORD_LOCKED.
        """
        with self._store.database.writing():  # what is composed is what is covered
            inspection = self._inspections.read(visit)
            stage = lifecycle.after(inspection, Move.FINALISE)
            missing = self._missing_to_finalise(inspection)
            if missing:
                raise Trouble(Code.ELEMENTS_MISSING, problems=missing)
            kept = self._keeping(inspection, self._compose(inspection))
            return self._scribe.write([Edit(Visit.kind, visit, "stage", stage), *kept])

    def reopen(self, visit: str) -> Changes:
        """Back to draft; what was printed is superseded (作废) by the next print.

        Raises:
            Trouble: MOVE_FORBIDDEN once somebody has signed; RECORD_LOCKED.
        """
        return self._scribe.write(
            [Edit(Visit.kind, visit, "stage", lifecycle.after(self._inspections.read(visit), Move.REOPEN))]
        )

    def note_print(self, visit: str) -> Changes:
        """Lists the print of the present version; the same version is listed once.

        Where another desk has changed the visit since it was made final, the page as printed now is the version from now on.
        """
        with self._store.database.writing():
            inspection = self._inspections.read(visit)
            if inspection.locked or inspection.visit.stage is Stage.DRAFT:
                return Changes()
            record, digest = self.record(visit), self.version(visit)
            edits = [] if self._version(inspection) else self._keeping(inspection, record)
            if inspection.last_print is None or inspection.last_print.digest != digest:
                entity = self._below(visit, Print.kind)
                said = {"digest": digest, "form": record.form.value, "at": self._clock.now()}
                edits += [Edit(Print.kind, entity, f, v) for f, v in said.items()]
            return self._scribe.write(edits)

    def note_ink(
        self, visit: str, role: InkRole, who: str, *, refused: bool = False, note: str = "", video: str = ""
    ) -> Changes:
        """Notes a signature on the last print, or its refusal; from the first signature on the visit counts as signed.

        Of a refusal: *note* is what the officers wrote about it on the paper by hand, *video* the recording that shows it.

        Raises:
            Trouble: MOVE_FORBIDDEN before it is final; ELEMENTS_MISSING when nothing was printed; RECORD_LOCKED.
        """
        inspection = self._inspections.read(visit)
        stage = lifecycle.after(inspection, Move.REFUSE if refused else Move.SIGN)
        if inspection.last_print is None:
            raise Trouble(Code.ELEMENTS_MISSING, problems=(Problem("element_print_outdated", "print"),))
        said: dict[str, object] = {
            "role": role,
            "who": who,
            "at": self._clock.now(),
            "refused": refused or None,
            "note": note.strip() or None,
            "video": video.strip() or None,
            "print_digest": inspection.last_print.digest,
        }
        entity = self._below(visit, "ink")
        edits = [Edit(Ink.kind, entity, f, v) for f, v in said.items()]
        return self._scribe.write([*edits, Edit(Visit.kind, visit, "stage", stage)], undo=visit)

    def withdraw_ink(self, visit: str, ink: str) -> Changes:
        """Takes back a note of ink that was made by mistake; without any signature the visit is 定稿待签 again.

        The paper is not changed by that, and the journal keeps who noted and who withdrew it.

        Raises:
            Trouble: THING_UNKNOWN; MOVE_FORBIDDEN; RECORD_LOCKED.
        """
        inspection = self._inspections.read(visit)
        taken = next((i for i in inspection.inks if i.id == ink), None)
        if taken is None:
            raise Trouble(Code.THING_UNKNOWN, kind=Ink.kind, entity=ink)
        is_last = not taken.refused and all(i.refused for i in inspection.inks if i is not taken)
        stage = lifecycle.after(inspection, Move.UNSIGN if is_last else Move.WITHDRAW)
        edits = [Edit(Ink.kind, ink, GONE, True), Edit(Visit.kind, visit, "stage", stage)]
        return self._scribe.write(edits, undo=visit)

    def expect_scan(self, visit: str, pending: bool) -> Changes:
        """待回传: the scan of the signed page follows later.

        Raises:
            Trouble: MOVE_FORBIDDEN before it is final; RECORD_LOCKED.
        """
        lifecycle.after(self._inspections.read(visit), Move.EXPECT_SCAN)
        return self._scribe.write([Edit(Visit.kind, visit, "scan_pending", pending)], undo=visit)

    def lock(self, visit: str, pins: Iterable[tuple[str, str]], *, scan_later: bool = False) -> Changes:
        """锁定归档: with the keys of two different officers, each opened by its own PIN; *scan_later* as `expect_scan`.

        Raises:
            Trouble: ELEMENTS_MISSING with all of them; OFFICER_TWICE; PIN_WRONG; MOVE_FORBIDDEN; RECORD_LOCKED. Nothing is
                written then.
        """
        given = tuple(pins)
        inspection = self._inspections.read(visit)
        if scan_later:
            lifecycle.after(inspection, Move.EXPECT_SCAN)
            inspection = replace(inspection, visit=replace(inspection.visit, scan_pending=True))
        lifecycle.after(inspection, Move.LOCK)
        missing = self._missing_to_lock(inspection)
        if missing:
            raise Trouble(Code.ELEMENTS_MISSING, problems=missing)
        officers = {officer for officer, _ in given}
        if len(officers) < lock.OFFICERS_NEEDED:
            raise Trouble(Code.OFFICER_TWICE, needed=lock.OFFICERS_NEEDED)
        strangers = officers - set(inspection.visit.officers)
        if strangers:
            raise Trouble(Code.OFFICER_UNKNOWN, officer="、".join(sorted(strangers)))
        keys = {officer: self._officers.key(officer, pin) for officer, pin in given}
        with self._store.database.writing():
            if scan_later:
                self.expect_scan(visit, True)
            version = self._version(self._inspections.read(visit))
            if version is None:
                raise Trouble(Code.ELEMENTS_MISSING, problems=(Problem("element_print_outdated", "print"),))
            self._scribe.append([self._sealing(visit, version, keys)])
            if self._store.things.state(visit).locked is None:  # a key that the office does not vouch for
                raise Trouble(Code.KEY_UNVOUCHED)
            self._scribe.sign_head()
        return Changes.of((Visit.kind, visit), (lock.KIND, f"{visit}/lock"))

    def supplement(self, visit: str) -> tuple[str, Changes]:
        """Begins a supplementary record that points at a locked one: the only way to correct it.

        Raises:
            Trouble: MOVE_FORBIDDEN while the record is not locked.
        """
        inspection = self._inspections.read(visit)
        if not inspection.locked:
            raise lifecycle.forbidden(inspection.visit.stage, Move.SUPPLEMENT)
        old, record = inspection.visit, self.record(visit)
        reference = RecordReference(
            printing.document_of(record).title, record.number, record.started_at, self.version(visit)
        )
        return self._inspections.new(
            old.checklist,
            party=old.party,
            market=old.market,
            stall=old.stall,
            officers=old.officers,
            supplements=visit,
            supplemented=asdict(reference),
        )

    def _party(self, inspection: Inspection) -> Party | None:
        return self._registry.party(inspection.visit.party) if inspection.visit.party else None

    def _named(self, inspection: Inspection) -> dict[str, Officer]:
        return {o: self._officers.get(o) for o in inspection.visit.officers}

    def _compose(self, inspection: Inspection) -> Record:
        sheet = self._checklists.sheet(inspection)
        return composing.compose(
            inspection,
            self._party(inspection) or Party(),
            self._named(inspection),
            self._letterhead(inspection.visit.desk),
            self._checklists.template(inspection.visit.checklist_digest),
            sheet.evaluated,
        )

    def _letterhead(self, device: str) -> Letterhead:
        """What the desk of *device* says of itself: the same on every desk that reads the record."""
        said = self._store.things.state(device).values(f"{device}/desk")
        desk = cast("Desk", KINDS[Desk.kind].assemble(device, said))
        return Letterhead(desk.bureau, desk.station, desk.demo)

    def _version(self, inspection: Inspection) -> Version | None:
        """The version in force; none in a draft, and before the lock none that another desk has made outdated."""
        version = inspection.version
        if version is None or inspection.locked:
            return version
        state = self._store.things.state(inspection.id)
        return version if Page.of(self._store, inspection.id, version).is_unchanged(state) else None

    def _keeping(self, inspection: Inspection, record: Record) -> list[Edit]:
        """What keeps *record* as the next version."""
        entity = self._below(inspection.id, Version.kind)
        said = {
            "order": max((v.order for v in inspection.versions), default=0) + 1,
            "record": record.to_json(),
            "covers": tuple(str(end) for end in self._store.coverage(inspection.id).ends),
        }
        return [Edit(Version.kind, entity, f, v) for f, v in said.items()]

    def _sealing(self, visit: str, version: Version, keys: Mapping[str, SigningKey]) -> Operation:
        """The operation that locks: the seal over the heads of this moment, which names the digest of *version*."""
        evidence = tuple(sorted({p.sha256 for p in Record.from_json(dict(version.record)).photos}))
        text = lock.statement(visit, version.digest, evidence)
        seal = lock.Seal(
            version.digest,
            evidence,
            self._store.coverage(visit),
            tuple(
                lock.Signature(officer, key.public, sshsig.sign(key, lock.NAMESPACE, text))
                for officer, key in keys.items()
            ),
        )
        slot = lock.entity(visit), lock.SEAL
        seen = self._store.things.state(visit).names(slot)
        return Operation.write(lock.KIND, *slot, seal.to_json(), seen)

    def _missing_to_finalise(self, inspection: Inspection) -> tuple[Problem, ...]:
        return elements.missing_to_finalise(
            inspection, self._party(inspection), self._named(inspection), self._item_words(inspection)
        )

    def _item_words(self, inspection: Inspection) -> Callable[[str], Text]:
        template = self._checklists.template(inspection.visit.checklist_digest)
        return partial(composing.item_words, template, inspection)

    def _missing_to_lock(self, inspection: Inspection) -> tuple[Problem, ...]:
        version = self._version(inspection)
        absent = tuple(p.sha256 for p in inspection.photos if self._store.local.blob(p.sha256) is None)
        return elements.missing_to_lock(
            inspection,
            self._party(inspection),
            self._named(inspection),
            self._item_words(inspection),
            digest=version.digest if version else "",
            scanned=self._store.projections.is_scanned(inspection.id),
            evidence_missing=absent,
        )

    def _below(self, visit: str, kind: str) -> str:
        return f"{visit}/{kind}/{ids.new_id(self._clock.now())}"
