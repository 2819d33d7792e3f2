"""Encrypting earlier photos once more, to the office and its recovery key, when a laptop joins a circle."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from inspector.errors import Code, Trouble
from inspector.ids import Json
from inspector.progress import Report, silent
from inspector.sync.post import Post

_RESEALING = "exchange_resealing"
_DISCARDED = "discarded"


def reseal(post: Post, recipients: Sequence[str], report: Report = silent) -> tuple[str, ...]:
    """Makes every own blob one that all *recipients* can open; returns the digests of those that are not sound here.

    A blob is removed only after its successor is durable and noted, so that a kill at any moment loses nothing and the
    next call goes on. Raises nothing but DISK_FULL, DISK_FAILED, and Cancelled by *report*.
    """
    _discard(post)
    local = post.store.local
    narrow = [b for b in local.waiting_blobs() if not set(recipients) <= set(b.recipients)]
    unsound: list[str] = []
    for done, blob in enumerate(narrow):
        report(done, len(narrow), _RESEALING)
        try:
            content = post.vault.read(blob.cipher, [post.identity])
        except Trouble as trouble:
            if trouble.code not in (Code.BLOB_DAMAGED, Code.BLOB_MISSING):
                raise
            unsound.append(blob.sha256)
            continue
        stored = post.vault.put(content, recipients)
        with post.store.database.writing():
            local.set_meta(_DISCARDED, [*_discarded(post), blob.cipher])
            local.move_blob(blob.sha256, stored.cipher, recipients)
        _discard(post)
    report(len(narrow), len(narrow), _RESEALING)
    return tuple(unsound)


def _discarded(post: Post) -> list[str]:
    return cast("list[str]", post.store.local.meta(_DISCARDED) or [])


def _discard(post: Post) -> None:
    """Removes blobs that have a successor; what a killed run left is removed by the next one."""
    ciphers = _discarded(post)
    left = [cipher for cipher in ciphers if not _removed(post.vault.path_of(cipher))]
    if ciphers != left:
        post.store.local.set_meta(_DISCARDED, cast("Json", left))


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # on Windows somebody may be reading it
        return False
    return True
