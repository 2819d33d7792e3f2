"""数据交换: bundles out and in, receipts, enrolment, and what is where."""

from collections.abc import Callable, Iterable
from pathlib import Path

from inspector.changes import Changes
from inspector.errors import Code, Problem, Trouble
from inspector.inspection.people import Credential, Desk, Device, Office, Officer
from inspector.progress import Report, silent
from inspector.sync import delivery, enrolment, importing, outgoing
from inspector.sync.bundle import Bundle
from inspector.sync.circle import Circle, thing
from inspector.sync.delivery import Delivery
from inspector.sync.enrolment import Answer, Applicant, Request
from inspector.sync.folder import Folder
from inspector.sync.header import Header, Pin
from inspector.sync.importing import Imported
from inspector.sync.outgoing import Exported
from inspector.sync.post import Post
from inspector.sync.resealing import reseal
from inspector.workspace.intake import Intake, Overview
from inspector.workspace.officers import Officers
from inspector.workspace.scribe import Edit, Scribe
from inspector.workspace.survey import Survey, survey
from inspector.workspace.vouching import Vouching

_TAKEN = "taken/"
"""Before the digest of a header whose bundle was taken in whole."""


class Exchange:
    """Sends and receives for one desk.

    `recipients` are those of new originals, `escrow` lays the data key down for the office's recovery key, `outbox` takes
    an answer that cannot be written where the bundle lay.
    """

    def __init__(
        self,
        post: Post,
        scribe: Scribe,
        officers: Officers,
        desk: Callable[[], Desk],
        recipients: Callable[[], tuple[str, ...]],
        escrow: Callable[[], None],
        outbox: Path,
    ) -> None:
        self._post = post
        self._store = post.store
        self._scribe = scribe
        self._officers = officers
        self._desk = desk
        self._recipients = recipients
        self._escrow = escrow
        self._vouching = Vouching(post, scribe, outbox)

    # out

    def export(self, folder: Path, report: Report = silent, *, to: Iterable[str] = ()) -> Exported:
        """Writes what the office has not got, or from the office what its laptops (or *to* only) have not got.

        Raises:
            Trouble: NOT_ENROLLED, NOBODY_THERE, DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED. Cancelled: by *report*. No
                bundle is left then; photos that were copied are not copied again.
        """
        circle = Circle.of(self._store)
        addressees = circle.addressees(self._post.device, to)
        if not addressees.devices:
            raise Trouble(Code.NOBODY_THERE)
        if not circle.is_office(self._post.device):
            reseal(self._post, self._recipients(), report)
        plan = outgoing.plan(self._post, circle, addressees)
        return outgoing.send(self._post, circle, plan, Folder(folder), report=report)

    # in

    def inspect(self, path: Path) -> Header:
        """What a bundle says of itself; nothing of it is opened.

        Raises:
            Trouble: BUNDLE_MISSING, BUNDLE_DAMAGED, BUNDLE_NEWER, BUNDLE_UNSIGNED.
        """
        return Bundle.read(path).header

    def survey(self, folder: Path) -> Survey:
        """What lies on a stick; nothing is opened and nothing written.

        Raises:
            Trouble: BUNDLE_MISSING when the folder cannot be read.
        """
        return survey(self._post, folder, _TAKEN)

    def receive(self, path: Path, report: Report = silent) -> Intake:
        """Imports a bundle, or every bundle of a folder that is meant for this desk; the office answers with receipts.

        Raises:
            Trouble: NOT_ENROLLED; for a single bundle whatever it is refused for, else that is listed in the result.
                DISK_FULL, DISK_FAILED. Cancelled: by *report*; what came in until then stays.
        """
        circle = Circle.of(self._store)
        whole = path.is_dir()
        if whole:
            bundles, refused = self._receive_all(circle, Folder(path), report)
        else:
            bundles, refused = (importing.import_bundle(self._post, path, report),), ()
        if any(b.applied or b.kept for b in bundles):
            settled, spoiled = importing.retry_parked(self._post, report)
            waiting = self._store.local.parked()
            bundles = (*(b for b in bundles if b.parked is None or b.bundle in waiting), *settled)
            refused = (*refused, *spoiled)
        self._scribe.sees(self._store.chains.clock())
        intake = Intake(bundles, refused, changes=self._touched(bundles))
        if circle.is_office(self._post.device):
            intake = self._vouching.answered(circle, intake, path if whole else path.parent, report)
        for bundle in bundles:
            if bundle.parked is None and not bundle.absent:
                self._store.local.set_meta(f"{_TAKEN}{bundle.digest}", bundle.bundle)
        return intake

    def _receive_all(
        self, circle: Circle, folder: Folder, report: Report
    ) -> tuple[tuple[Imported, ...], tuple[Problem, ...]]:
        found: list[Imported] = []
        refused: list[Problem] = []
        for path in folder.bundles():
            try:
                header = Bundle.read(path).header
                if header.circle == circle.device and self._post.identity.recipient not in header.recipients:
                    continue  # another desk's, such as what this one wrote itself
                if self._store.local.meta(f"{_TAKEN}{header.digest}"):  # a stick keeps what it brought before
                    found.append(importing.known(path, header))
                    continue
                found.append(importing.import_bundle(self._post, path, report))
            except Trouble as trouble:
                if trouble.code not in importing.REFUSALS:
                    raise
                refused.append(importing.refusal(trouble, str(path)))
        return tuple(found), tuple(refused)

    # what is where

    def status(self, visit: str) -> Delivery:
        """How far a visit has come, with each of its photos.

        Raises:
            Trouble: THING_UNKNOWN.
        """
        found = self.statuses([visit])
        if visit not in found:
            raise Trouble(Code.THING_UNKNOWN, kind="visit", entity=visit)
        return found[visit]

    def statuses(self, visits: Iterable[str]) -> dict[str, Delivery]:
        """The same for a page of visits at once."""
        return delivery.deliveries(self._store, self._post.device, visits)

    def overview(self) -> Overview:
        """What has not been received, what waits, what is missing, and what a person has to look at."""
        query = self._store.database.query
        in_office = self._store.office == self._post.device
        unreceived = query(
            "SELECT root FROM visit WHERE record != '' AND record NOT IN (SELECT name FROM received) ORDER BY root"
        )
        absent = query(
            "SELECT DISTINCT root, sha256 FROM photo WHERE sha256 NOT IN (SELECT sha256 FROM blob) ORDER BY root, sha256"
        )
        roster = (Device.kind, Credential.kind)  # what a laptop said of itself before the office said it
        return Overview(
            office=self.office,
            unreceived=() if in_office else self._own(root for (root,) in unreceived),
            waiting_photos=0 if in_office else len(self._store.local.waiting_blobs()),
            absent=tuple((root, sha256) for root, sha256 in absent),
            parked=tuple(self._store.local.parked().values()),
            frozen=self._store.chains.frozen(),
            troubled=tuple(s.root for s in self._store.things.troubled() if s.kind not in roster),
        )

    def _own(self, roots: Iterable[str]) -> tuple[str, ...]:
        """Those of *roots* on which this device has written: for the others another laptop answers."""
        return tuple(
            sorted(
                self._store.chains.roots_of(
                    delivery.own_devices(self._store, self._post.device), tuple(roots)
                )
            )
        )

    @property
    def office(self) -> Office | None:
        """The office of the circle; None before enrolment."""
        return Circle.of(self._store).office if self._store.office else None

    def devices(self) -> tuple[Device, ...]:
        """The devices of the circle, by name.

        Raises:
            Trouble: NOT_ENROLLED.
        """
        return tuple(sorted(Circle.of(self._store).devices.values(), key=lambda d: (d.name, d.id)))

    # enrolment

    @property
    def fingerprint(self) -> str:
        """This device's own fingerprint, to be compared with the one that the other desk shows."""
        return enrolment.fingerprint(self._post.signing.public)

    def request(self, folder: Path) -> Path:
        """On the laptop: writes the request to join, or to have new officers' keys vouched for.

        Raises:
            Trouble: DISK_FULL, DISK_FAILED.
        """
        known = self._credentials()
        here = self._store.local.officers_with_keys()
        named = [
            (known[key], key, self._officers.get(officer)) for officer, key in here.items() if key in known
        ]
        request = Request(
            device=self._post.device,
            key=self._post.signing.public,
            recipient=self._post.identity.recipient,
            name=self._desk().name,
            station=self._desk().station,
            created=self._post.clock.now().isoformat(timespec="seconds"),
            officers=tuple(Applicant(o.id, o.name, o.certificate, c, key) for c, key, o in named),
        )
        return request.write(folder, self._post.signing)

    def read_request(self, path: Path) -> Request:
        """On the office's desk: what a request says, to be looked at before it is approved.

        Raises:
            Trouble: ENROLMENT_DAMAGED.
        """
        return Request.read(path)

    def approve(self, path: Path, folder: Path, report: Report = silent) -> Exported:
        """In the office: lets the laptop in with its officers' keys, and writes the answer for it.

        Raises:
            Trouble: NOT_OFFICE, ENROLMENT_DAMAGED, DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED; DEVICE_REVOKED;
                ENROLMENT_FOREIGN when it claims officers or keys that are known as somebody else's.
        """
        circle = self._own_circle()
        request = Request.read(path)
        known = circle.devices.get(request.device)
        if known is not None and known.revoked:
            raise Trouble(Code.DEVICE_REVOKED, path=str(path), name=known.name)
        if request.device == self._post.device or self._is_strange(request):
            raise Trouble(Code.ENROLMENT_FOREIGN, path=str(path))
        self._scribe.write(Edit(*said) for said in request.said())
        circle = Circle.of(self._store)
        pin = Pin(request.device, circle.office.bureau, circle.office.name)
        to = circle.addressees(self._post.device, [request.device])
        plan = outgoing.plan(self._post, circle, to, pin=pin)
        return outgoing.send(
            self._post, circle, plan, Folder(folder), f"answer-{request.device[:12]}", report
        )

    def read_answer(self, path: Path) -> Answer:
        """On the laptop: into which office an answer leads, with the fingerprint to compare before accepting it.

        Raises:
            Trouble: BUNDLE_MISSING, BUNDLE_DAMAGED, BUNDLE_NEWER, BUNDLE_UNSIGNED, ENROLMENT_FOREIGN.
        """
        return enrolment.read_answer(self._post, path)

    def accept(self, path: Path, report: Report = silent) -> tuple[Imported, Changes]:
        """On the laptop: joins the office, lays the data key down for its recovery key, encrypts earlier photos to it.

        Raises:
            Trouble: as `read_answer`; BUNDLE_FOREIGN, JOURNAL_BROKEN, DISK_FULL, DISK_FAILED. Cancelled: by *report*;
                once the office stands, what is left is done at the next start and the next export.
        """
        imported = enrolment.accept(self._post, path, report)
        self._escrow()
        reseal(self._post, self._recipients(), report)
        self._scribe.sees(self._store.chains.clock())
        return imported, self._touched((imported,)) | Changes.of((Office.kind, self._store.office))

    def revoke(self, device: str) -> Changes:
        """In the office: what a lost laptop writes from now on does not count; what is held of it stays.

        Raises:
            Trouble: NOT_OFFICE, THING_UNKNOWN.
        """
        circle = self._own_circle()
        if device not in circle.devices or device == self._post.device:
            raise Trouble(Code.THING_UNKNOWN, kind=Device.kind, entity=device)
        held = (c for c in self._store.chains.all() if c.device == device)
        last = max(((c.epoch, c.seq) for c in held), default=(0, 0))
        said = {"revoked": True, "last_epoch": last[0], "last_seq": last[1]}
        return self._scribe.write(Edit(Device.kind, device, f, v) for f, v in said.items())

    def _touched(self, bundles: Iterable[Imported]) -> Changes:
        found = self._store.things.listed({root for bundle in bundles for root in bundle.roots})
        return Changes(frozenset((kind, root) for root, (kind, _) in found.items()))

    def _own_circle(self) -> Circle:
        circle = Circle.of(self._store)
        if not circle.is_office(self._post.device):
            raise Trouble(Code.NOT_OFFICE)
        return circle

    def _is_strange(self, request: Request) -> bool:
        """Whether a request claims an officer known under another name, or a key's id that is another device's."""
        for officer in request.officers:
            known = thing(self._store, Officer, officer.officer, officer.officer)
            credential = thing(self._store, Credential, officer.credential, officer.credential)
            if known.name not in ("", officer.name) or credential.device not in ("", request.device):
                return True
        return False

    def _credentials(self) -> dict[str, str]:
        """The ids under which officers' public keys are known; also those that the office has not vouched for yet."""
        stored = (thing(self._store, Credential, r, r) for r in self._store.things.roots(Credential.kind))
        known = {c.key: c.id for c in stored}
        for state in self._store.things.troubled():
            for refused in state.refused:
                if (refused.head.kind, refused.field) == (Credential.kind, "key"):
                    known.setdefault(str(refused.head.value), refused.entity)
        return known
