"""What a desk sends and receives with (收发)."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.clock import Clock
from inspector.crypto.sealing import Identity
from inspector.crypto.signing import SigningKey
from inspector.evidence.vault import Vault
from inspector.journal.roster import device_of
from inspector.storage.store import Store


@dataclass(frozen=True)
class Post:
    """Store, vault and keys of one desk. `sign_head` signs the head of its own chain: nothing leaves without."""

    store: Store
    vault: Vault
    identity: Identity
    signing: SigningKey
    clock: Clock
    sign_head: Callable[[], None]

    @property
    def device(self) -> str:
        return device_of(self.signing.public)

    @property
    def own(self) -> tuple[tuple[int, int], ...]:
        """The epochs of this device and how far each goes."""
        return tuple((c.epoch, c.seq) for c in self.store.chains.all() if c.device == self.device)
