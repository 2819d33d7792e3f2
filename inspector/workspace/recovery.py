"""Opening a workspace whose passphrase is lost, with the office's recovery key: the data open, signing keys never."""

import re

from inspector.crypto.sealing import Identity
from inspector.crypto.wrapping import Cost
from inspector.errors import Code, Trouble
from inspector.workspace.keys import KeyFile, Secrets

_KEY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]+")


def renewed(keys: KeyFile, text: str, passphrase: str, cost: Cost) -> tuple[KeyFile, Secrets]:
    """The same data under *passphrase*, and a new signing key beside it; *text* is the recovery key, or a sheet with it.

    Raises:
        Trouble: RECOVERY_MISSING when none was laid down here; RECOVERY_WRONG; PASSPHRASE_WEAK.
    """
    if not keys.recovery:
        raise Trouble(Code.RECOVERY_MISSING)
    found = _KEY.search(text.upper())
    try:
        data_key = keys.recover(Identity.from_text(found[0] if found else ""))
    except Trouble as trouble:
        if trouble.code not in (Code.BLOB_DAMAGED, Code.KEY_FILE_DAMAGED):
            raise
        raise Trouble(Code.RECOVERY_WRONG) from trouble
    return keys.renewed(data_key, passphrase, cost)
