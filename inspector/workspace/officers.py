"""执法人员: who works at this desk, each with an own signing key under an own PIN."""

import json
from datetime import date
from typing import cast

from inspector import ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.crypto.signing import SigningKey
from inspector.crypto.wrapping import FLOOR, open_sealed, seal, unwrap, wrap
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Credential, Officer
from inspector.storage.store import Store
from inspector.workspace.keys import MINIMUM_PIN, Secrets
from inspector.workspace.scribe import Edit, Scribe
from inspector.workspace.tries import Tries

_PURPOSE = "officer"


class Officers:
    """The officers of the roster, and the change-over between those who share this laptop."""

    def __init__(self, store: Store, scribe: Scribe, secrets: Secrets, clock: Clock) -> None:
        self._store = store
        self._scribe = scribe
        self._secrets = secrets
        self._clock = clock

    def all(self) -> tuple[Officer, ...]:
        """Every officer, those who have left too, by name."""
        states = self._store.things.all(Officer.kind)
        kind = KINDS[Officer.kind]
        found = (cast("Officer", kind.assemble(s.root, s.values(s.root))) for s in states)
        return tuple(sorted(found, key=lambda o: (o.left, o.name, o.id)))

    def get(self, officer: str) -> Officer:
        """One officer.

        Raises:
            Trouble: OFFICER_UNKNOWN.
        """
        state = self._store.things.state(officer)
        if state.kind != Officer.kind:
            raise Trouble(Code.OFFICER_UNKNOWN, officer=officer)
        return cast("Officer", KINDS[Officer.kind].assemble(officer, state.values(officer)))

    def here(self) -> tuple[Officer, ...]:
        """The officers who have a key on this device."""
        keys = self._store.local.officers_with_keys()
        return tuple(o for o in self.all() if o.id in keys)

    @property
    def acting(self) -> str:
        """The id of the officer in whose name is written; empty before anybody signed in."""
        return self._scribe.actor

    def add(
        self,
        name: str,
        certificate: str,
        pin: str = "",
        *,
        valid_from: date | None = None,
        valid_to: date | None = None,
        station: str = "",
    ) -> tuple[str, Changes]:
        """Adds an officer; with a PIN also a signing key on this device.

        Raises:
            Trouble: PIN_WEAK.
        """
        if pin:
            check_pin(pin)
        officer = ids.new_id(self._clock.now())
        said = {
            "name": name,
            "certificate": certificate,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "station": station,
        }
        with self._store.database.writing():
            changes = self._scribe.write(Edit(Officer.kind, officer, f, v) for f, v in said.items())
            if pin:
                changes |= self.make_key(officer, pin)
        return officer, changes

    def amend(self, officer: str, **said: object) -> Changes:
        """Corrects what is said of an officer; old records keep what they say."""
        self.get(officer)
        return self._scribe.write((Edit(Officer.kind, officer, f, v) for f, v in said.items()), undo=officer)

    def make_key(self, officer: str, pin: str) -> Changes:
        """Makes an officer's signing key on this device and says so; the office vouches for it at enrolment.

        Raises:
            Trouble: PIN_WEAK, OFFICER_UNKNOWN.
        """
        check_pin(pin)
        self.get(officer)
        key = SigningKey.generate()
        credential = ids.new_id(self._clock.now())
        said = {"officer": officer, "device": self._scribe.device, "key": key.public}
        with self._store.database.writing():
            self._keep(officer, key, pin)
            return self._scribe.write(Edit(Credential.kind, credential, f, v) for f, v in said.items())

    def change_pin(self, officer: str, old: str, new: str) -> None:
        """Puts the same key under another PIN.

        Raises:
            Trouble: PIN_WRONG, PIN_WEAK.
        """
        check_pin(new)
        self._keep(officer, self.key(officer, old), new)

    def sign_in(self, officer: str, pin: str) -> None:
        """The change-over: from now on *officer* writes. The chain's head is signed first.

        Who has left signs in no more. Whose certificate has run out still does: what needs one (行政处罚法 art. 42) says
        so itself, and the record of what was done is wanted in any case.

        Raises:
            Trouble: PIN_WRONG, PIN_WAIT, OFFICER_UNKNOWN, OFFICER_LEFT.
        """
        self.key(officer, pin)
        found = self.get(officer)
        if found.left:
            raise Trouble(Code.OFFICER_LEFT, name=found.name)
        if officer != self._scribe.actor:
            self._scribe.sign_head()
        self._scribe.actor = officer

    def key(self, officer: str, pin: str) -> SigningKey:
        """The officer's signing key, for as long as it takes to sign.

        Raises:
            Trouble: PIN_WRONG; PIN_WAIT after too many wrong ones; OFFICER_UNKNOWN without a key on this device.
        """
        stored = self._store.local.officer_key(officer)
        if stored is None:
            raise Trouble(Code.OFFICER_UNKNOWN, officer=officer)
        tries = Tries(self._store.local, self._clock, officer)
        tries.begin()
        _, sealed = stored
        wrapped = json.loads(open_sealed(self._secrets.officers_key, sealed, officer.encode()))
        try:
            seed = unwrap(wrapped, pin, purpose=_PURPOSE)
        except Trouble as trouble:
            if trouble.code is not Code.PASSPHRASE_WRONG:
                raise
            raise Trouble(Code.PIN_WRONG, name=self.get(officer).name) from trouble
        tries.succeed()
        return SigningKey.from_seed(seed)

    def _keep(self, officer: str, key: SigningKey, pin: str) -> None:
        # A PIN is short, so its wrapping alone would not hold: it lies within a seal that only this device opens.
        wrapped = json.dumps(wrap(key.seed, pin, purpose=_PURPOSE, cost=FLOOR)).encode()
        sealed = seal(self._secrets.officers_key, wrapped, officer.encode())
        self._store.local.put_officer_key(officer, key.public, sealed)


def check_pin(pin: str) -> None:
    """Judges a new PIN.

    Raises:
        Trouble: PIN_WEAK.
    """
    if len(pin) < MINIMUM_PIN or len(set(pin)) == 1:
        raise Trouble(Code.PIN_WEAK, minimum=MINIMUM_PIN)
