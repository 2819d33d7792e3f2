"""Opening, making and closing a workspace."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self, cast

from inspector import paths
from inspector.clock import Clock, SystemClock
from inspector.crypto.sealing import Identity
from inspector.crypto.wrapping import DEFAULT, Cost
from inspector.errors import Code, Problem, Trouble
from inspector.evidence.vault import Vault
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Desk, Office
from inspector.paths import WorkspacePlaces
from inspector.progress import Report, silent
from inspector.storage.store import Store
from inspector.sync.post import Post
from inspector.workspace import health, recovery, unfinished
from inspector.workspace.agenda import Agendas
from inspector.workspace.album import Album
from inspector.workspace.answering import Answering
from inspector.workspace.checklists import Checklists
from inspector.workspace.conflicts import Conflicts
from inspector.workspace.deliveries import Deliveries
from inspector.workspace.documents import Documents
from inspector.workspace.drafts import Drafts
from inspector.workspace.exchange import Exchange
from inspector.workspace.health import Health
from inspector.workspace.holder import Holder
from inspector.workspace.incidents import Incidents
from inspector.workspace.inspections import Inspections
from inspector.workspace.keys import KeyFile, Secrets
from inspector.workspace.officers import Officers
from inspector.workspace.photos import Photos
from inspector.workspace.records import Records
from inspector.workspace.registry import Registry
from inspector.workspace.scribe import Scribe
from inspector.workspace.setup import Role, Setup, first_facts


class Workspace:
    """One open workspace. Made by `create` or `open`; `close` lets it go.

    `recovery_key` is the office's recovery key, only in the run that made the office: it is to be written down and
    kept by two custodians, and is stored nowhere.
    """

    def __init__(
        self,
        places: WorkspacePlaces,
        keys: KeyFile,
        secrets: Secrets,
        store: Store,
        holder: Holder,
        clock: Clock,
    ) -> None:
        self.places = places
        self.clock = clock
        self.store = store
        self.keys = keys
        self._holder = holder
        self.secrets = secrets
        marker = paths.home() / "markers" / f"{secrets.device}.json"
        self.scribe = Scribe(store, secrets.signing, secrets.device, clock, marker)
        self.vault = Vault(places.vault)
        self.derived = Vault(places.derived)
        self.recovery_key = ""

    @classmethod
    def create(
        cls, root: Path, setup: Setup, passphrase: str, *, clock: Clock | None = None, cost: Cost = DEFAULT
    ) -> Self:
        """Makes a workspace in an empty or missing folder, or in one where a run that was killed had begun to make one.

        Raises:
            Trouble: WORKSPACE_EXISTS, WORKSPACE_HELD while another program makes one there, PASSPHRASE_WEAK, DISK_FULL,
                DISK_FAILED; nothing is left behind then.
        """
        places = WorkspacePlaces(root)
        keys, secrets = KeyFile.make(passphrase, cost)
        unfinished.make_room(places)
        with ExitStack() as undone:
            undone.callback(shutil.rmtree, root, ignore_errors=True)
            workspace = cls._opened(undone, places, keys, lambda: secrets, clock)
            workspace._settle_in(setup)
            workspace.keys.save(places.keys)  # last: a folder without it is no workspace
            places.unfinished.unlink()
            undone.pop_all()
        return workspace

    @classmethod
    def open(
        cls, root: Path, passphrase: str, *, clock: Clock | None = None, report: Report = silent
    ) -> Self:
        """Opens a workspace with its passphrase. It takes long only after an upgrade that makes states and lists anew.

        Raises:
            Trouble: WORKSPACE_MISSING, WORKSPACE_HELD, WORKSPACE_NEWER, PASSPHRASE_WRONG, KEY_FILE_DAMAGED,
                WORKSPACE_DAMAGED. Cancelled: by *report*; the next opening goes on from there.
        """
        places = WorkspacePlaces(root)
        keys = KeyFile.load(places.keys)
        if not places.database.is_file() or not places.database.stat().st_size:  # never begun anew in silence
            lost = Problem("database_lost", str(places.database))
            raise Trouble(Code.WORKSPACE_DAMAGED, problems=(lost,), reason=places.database.name)
        with ExitStack() as undone:
            workspace = cls._opened(undone, places, keys, lambda: keys.open(passphrase), clock)
            places.unfinished.unlink(missing_ok=True)  # killed between its keys and the end of its making
            workspace.vault.sweep()
            workspace.derived.sweep()
            workspace.store.settle(report)  # what an import that was killed has left, or an upgrade
            workspace._lay_down_recovery()
            workspace.photos.copies.try_again()
            undone.pop_all()
        return workspace

    @classmethod
    def recover(
        cls,
        root: Path,
        recovery_key: str,
        passphrase: str,
        *,
        clock: Clock | None = None,
        cost: Cost = DEFAULT,
        report: Report = silent,
    ) -> Self:
        """Opens a workspace with the office's recovery key, and puts it under a new passphrase.

        All data open. Signing keys are not to be had that way (电子签名法 art. 13): the desk goes on as a new device that
        belongs to no office until it is enrolled anew, and each officer makes a new key.

        Raises:
            Trouble: as `open`; RECOVERY_WRONG, RECOVERY_MISSING, PASSPHRASE_WEAK. Cancelled: by *report*. The old
                passphrase goes on to open what was not recovered whole.
        """
        places = WorkspacePlaces(root)
        old = KeyFile.load(places.keys)
        keys, secrets = recovery.renewed(old, recovery_key, passphrase, cost)
        with ExitStack() as undone:
            workspace = cls._opened(undone, places, keys, lambda: secrets, clock)
            workspace.store.settle(report)
            workspace._go_on_as_another(old.device)
            keys.save(places.keys)
            workspace.store.settle(report)
            undone.pop_all()
        return workspace

    @classmethod
    def _opened(
        cls,
        undone: ExitStack,
        places: WorkspacePlaces,
        keys: KeyFile,
        secrets: Callable[[], Secrets],
        clock: Clock | None,
    ) -> Self:
        """Held and open; *undone* lets both go again if the rest fails."""
        holder = Holder(places.lock)
        holder.take()
        undone.callback(holder.release)
        found = secrets()
        store = Store(places.database, found.database_key, places.copies)
        undone.callback(store.close)
        return cls(places, keys, found, store, holder, clock or SystemClock())

    def close(self) -> None:
        """Signs the head of the chain and lets the workspace go; what is closed stays closed."""
        if not self._holder.holds:
            return
        self.photos.copies.close()
        try:
            self.scribe.sign_head()
        finally:
            self.store.close()
            self._holder.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def officers(self) -> Officers:
        return Officers(self.store, self.scribe, self.secrets, self.clock)

    @cached_property
    def registry(self) -> Registry:
        return Registry(self.store, self.scribe, self.clock)

    @cached_property
    def checklists(self) -> Checklists:
        return Checklists(self.store, self.scribe)

    @cached_property
    def inspections(self) -> Inspections:
        return Inspections(self.store, self.scribe, self.clock, self.checklists, self.registry)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.store.local)

    @cached_property
    def agenda(self) -> Agendas:
        return Agendas(
            self.store,
            self.clock,
            self.inspections,
            self.officers,
            self.drafts,
            self.deliveries,
            lambda: self.is_office,
        )

    @cached_property
    def answering(self) -> Answering:
        return Answering(self.scribe, self.clock, self.checklists, self.inspections)

    @cached_property
    def records(self) -> Records:
        return Records(
            self.store,
            self.scribe,
            self.clock,
            self.inspections,
            self.checklists,
            self.officers,
            self.registry,
        )

    @cached_property
    def photos(self) -> Photos:
        vaults = (self.vault, self.derived)
        return Photos(
            self.store,
            self.scribe,
            self.clock,
            self.inspections,
            self.checklists,
            vaults,
            self.identity,
            self.recipients,
        )

    @cached_property
    def documents(self) -> Documents:
        return Documents(self.records, self.photos)

    @cached_property
    def exchange(self) -> Exchange:
        post = Post(
            self.store, self.vault, self.identity, self.secrets.signing, self.clock, self.scribe.sign_head
        )
        return Exchange(
            post,
            self.scribe,
            self.officers,
            lambda: self.desk,
            self.recipients,
            self._lay_down_recovery,
            self.places.exchange,
        )

    @cached_property
    def conflicts(self) -> Conflicts:
        return Conflicts(self.store, self.scribe, self.checklists)

    @cached_property
    def incidents(self) -> Incidents:
        return Incidents(self.store, self.scribe, self.clock)

    @cached_property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.store, self.device, self.inspections)

    @cached_property
    def album(self) -> Album:
        return Album(self.store, self.inspections, self.checklists)

    def check(self, *, full: bool = False, report: Report = silent) -> Health:
        """Proves that the state is what the journal says, for what is new since the last check or for everything."""
        return health.check(self.store, self.inspections, full=full, report=report)

    @property
    def device(self) -> str:
        return self.secrets.device

    @property
    def desk(self) -> Desk:
        """What this desk is and where it stands."""
        state = self.store.things.state(self.device)
        return cast("Desk", KINDS[Desk.kind].assemble(self.device, state.values(f"{self.device}/desk")))

    @property
    def is_office(self) -> bool:
        return self.desk.role == Role.OFFICE

    @property
    def office(self) -> Office | None:
        """The office that this workspace belongs to; None on a laptop that is not enrolled."""
        office = self.store.office
        if not office:
            return None
        state = self.store.things.state(office)
        return cast("Office", KINDS[Office.kind].assemble(office, state.values(f"{office}/office")))

    @cached_property
    def identity(self) -> Identity:
        """This device's own age key, with which it reads the vault."""
        return Identity.from_text(cast("str", self.store.local.meta("identity")))

    def recipients(self) -> tuple[str, ...]:
        """To whom every original is encrypted: this device, and the office and its recovery key once enrolled."""
        office = self.office
        beyond = (office.recipient, office.recovery) if office else ()
        return tuple(dict.fromkeys((self.identity.recipient, *(r for r in beyond if r))))

    def change_passphrase(self, old: str, new: str, cost: Cost = DEFAULT) -> None:
        """Puts the same keys under another passphrase; until it is on the disk the old one opens.

        Copies of the key file that were made before, such as on a backup, are still opened by the old one.

        Raises:
            Trouble: PASSPHRASE_WRONG for *old*, PASSPHRASE_WEAK for *new*, DISK_FULL, DISK_FAILED; nothing changed then.
        """
        self.keys.open(old)
        changed = self.keys.with_passphrase(self.secrets, new, cost)
        self._keep_keys(
            replace(changed, recovery=self.keys.recovery)
        )  # which may have come while it was stretched

    def _lay_down_recovery(self) -> None:
        """Locks the data key for the office's recovery key too, once there is one."""
        office = self.office
        if office and office.recovery and not self.keys.recovery:
            self._keep_keys(self.keys.with_recovery(self.secrets.data_key, office.recovery))

    def _keep_keys(self, keys: KeyFile) -> None:
        keys.save(self.places.keys)
        self.keys = keys

    def _go_on_as_another(self, former: str) -> None:
        """Leaves the circle and says of the new device what the old one had said of itself."""
        with self.store.database.writing():
            said = self.store.things.state(former).values(f"{former}/desk")
            desk = cast("Desk", KINDS[Desk.kind].assemble(former, said))
            local = self.store.local
            local.set_meta("former", [*dict.fromkeys((*self.store.former, former))])
            local.forget_officer_keys()
            self.store.join("")
            setup = Setup(Role.LAPTOP, desk.name, desk.bureau, desk.station, desk.demo)
            key = self.secrets.signing.public
            self.scribe.write(first_facts(setup, self.device, key, self.identity.recipient, ""))
            self.scribe.sign_head()

    def _settle_in(self, setup: Setup) -> None:
        """Writes the first facts; an office also gets its recovery key."""
        local, identity = self.store.local, Identity.generate()
        local.set_meta("identity", identity.text)
        trusted = ""
        if setup.role is Role.OFFICE:
            local.set_meta("office", self.device)
            recovery = Identity.generate()
            trusted, self.recovery_key = recovery.recipient, recovery.text
            self.keys = self.keys.with_recovery(self.secrets.data_key, trusted)
        key = self.secrets.signing.public
        self.scribe.write(first_facts(setup, self.device, key, identity.recipient, trusted))
        self.scribe.sign_head()
