"""A workspace whose making was cut short: told by a mark from one that has lost its keys, and made room of."""

import shutil

from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.paths import WorkspacePlaces
from inspector.workspace.holder import Holder


def make_room(places: WorkspacePlaces) -> None:
    """Makes the folder and marks it as unfinished; the mark is to be taken away when the workspace stands.

    What an earlier try has left there goes: its key was never kept, so that nobody can open it any more.

    Raises:
        Trouble: WORKSPACE_EXISTS where anything else lies there; WORKSPACE_HELD; DISK_FULL, DISK_FAILED.
    """
    try:
        places.root.mkdir(parents=True, exist_ok=True)
        if any(places.root.iterdir()):
            _clear(places)
        places.unfinished.touch()
    except FileExistsError as error:
        raise Trouble(Code.WORKSPACE_EXISTS, path=str(places.root)) from error
    except OSError as error:
        raise durable.disk_trouble(error) from error


def _clear(places: WorkspacePlaces) -> None:
    if not places.is_unfinished:
        raise Trouble(Code.WORKSPACE_EXISTS, path=str(places.root))
    holder = Holder(places.lock)
    holder.take()
    try:
        for path in places.root.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path not in (places.lock, places.unfinished):
                path.unlink()
    finally:
        holder.release()
