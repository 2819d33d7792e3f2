"""The vault: nothing plain on the disk, nothing half written, nothing damaged ever opened."""

import errno
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.evidence.vault import Stored, Vault

LAPTOP, OFFICE = Identity.generate(), Identity.generate()
MARKER = "某某防护用品有限公司 planted marker".encode()
CONTENT = b"\xff\xd8\xff" + MARKER * 5


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@pytest.fixture
def stored(vault: Vault) -> Stored:
    return vault.put(CONTENT, [LAPTOP.recipient, OFFICE.recipient])


def code_of(caught: pytest.ExceptionInfo[Trouble]) -> Code:
    return caught.value.code


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_original_comes_back_for_each_recipient(vault: Vault, stored: Stored) -> None:
    assert stored.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert stored.size_bytes == len(CONTENT)
    assert vault.read(stored.cipher, [LAPTOP]) == vault.read(stored.cipher, [OFFICE]) == CONTENT
    vault.verify(stored.cipher, stored.sha256, [LAPTOP])


def test_blob_is_named_by_its_ciphertext(vault: Vault, stored: Stored) -> None:
    path = vault.path_of(stored.cipher)
    assert path == vault.folder / stored.cipher[:2] / f"{stored.cipher}.age"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == stored.cipher
    assert list(vault.ciphers()) == [stored.cipher]


def test_no_plain_byte_touches_the_disk(
    vault: Vault, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    monkeypatch.setattr(
        durable.os, "fsync", lambda _: written.extend(p.read_bytes() for p in files(vault.folder))
    )
    vault.put(CONTENT, [LAPTOP.recipient])
    assert written
    for content in [*written, *(path.read_bytes() for path in files(vault.folder))]:
        assert MARKER not in content
        assert MARKER[:8] not in content
        assert CONTENT[:4] not in content[:64]


def test_blob_is_refused_when_a_bit_of_it_flips_or_it_is_cut(vault: Vault, stored: Stored) -> None:
    path = vault.path_of(stored.cipher)
    sound = path.read_bytes()
    flips = [sound[:i] + bytes([sound[i] ^ 1 << i % 8]) + sound[i + 1 :] for i in range(0, len(sound), 7)]
    for spoilt in [*flips, *(sound[:i] for i in range(0, len(sound), 11)), sound + b"\0"]:
        path.write_bytes(spoilt)
        with pytest.raises(Trouble) as caught:
            vault.read(stored.cipher, [LAPTOP])
        assert code_of(caught) == Code.BLOB_DAMAGED


def test_blob_is_refused_when_it_lies_under_the_name_of_another(vault: Vault, stored: Stored) -> None:
    other = vault.put(b"another", [LAPTOP.recipient])
    vault.path_of(other.cipher).replace(vault.path_of(stored.cipher))
    with pytest.raises(Trouble) as caught:
        vault.read(stored.cipher, [LAPTOP])
    assert code_of(caught) == Code.BLOB_DAMAGED


def test_verify_tells_when_the_record_names_another_digest(vault: Vault, stored: Stored) -> None:
    with pytest.raises(Trouble) as caught:
        vault.verify(stored.cipher, hashlib.sha256(b"other").hexdigest(), [LAPTOP])
    assert code_of(caught) == Code.BLOB_DAMAGED
    vault.path_of(stored.cipher).unlink()
    with pytest.raises(Trouble) as caught:
        vault.verify(stored.cipher, stored.sha256, [LAPTOP])
    assert code_of(caught) == Code.BLOB_MISSING


def test_foreign_names_never_become_paths(vault: Vault) -> None:
    for name in ("", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", f"{'a' * 62}/b"):
        with pytest.raises(ValueError, match="not the name of a blob"):
            vault.path_of(name)


def test_blob_travels_when_it_is_adopted(vault: Vault, stored: Stored, tmp_path: Path) -> None:
    office = Vault(tmp_path / "office")
    office.adopt(stored.cipher, vault.path_of(stored.cipher))
    assert office.read(stored.cipher, [OFFICE]) == CONTENT


def test_adopting_mends_a_damaged_blob(vault: Vault, stored: Stored, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(vault.path_of(stored.cipher).read_bytes())
    vault.path_of(stored.cipher).write_bytes(b"rot")
    vault.adopt(stored.cipher, copy)
    assert vault.read(stored.cipher, [LAPTOP]) == CONTENT


def test_nothing_is_kept_when_the_adopted_bytes_do_not_bear_out_their_name(
    vault: Vault, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"half a blob")
    with pytest.raises(Trouble) as caught:
        vault.adopt("ab" * 32, source)
    assert code_of(caught) == Code.BLOB_DAMAGED
    assert files(vault.folder) == []


def test_nothing_is_kept_when_the_source_disappears(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        vault.adopt("ab" * 32, tmp_path / "unplugged")
    assert code_of(caught) == Code.FILE_UNREADABLE
    assert files(vault.folder) == []


@pytest.mark.faults
@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, Code.DISK_FULL), (errno.EDQUOT, Code.DISK_FULL), (errno.EIO, Code.DISK_FAILED)],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_nothing_is_kept_and_it_is_told_when_the_disk_fails(
    vault: Vault, stored: Stored, monkeypatch: pytest.MonkeyPatch, number: int, code: Code, call: str
) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(durable.os, "fsync", failing)
    else:
        monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Trouble) as caught:
        vault.put(b"new", [LAPTOP.recipient])
    monkeypatch.undo()
    assert code_of(caught) == code
    assert [path.stem for path in files(vault.folder)] == [stored.cipher]


@pytest.mark.faults
def test_write_waits_when_a_virus_scanner_holds_the_file(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, iter([True, True, False])

    def held(path: Path, target: Path) -> Path:
        if next(refusals):
            raise PermissionError(errno.EACCES, "sharing violation")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(durable.time, "sleep", lambda _: None)
    stored = vault.put(CONTENT, [LAPTOP.recipient])
    assert vault.read(stored.cipher, [LAPTOP]) == CONTENT


KILLED = """
import os, signal, sys
from pathlib import Path
from inspector.evidence.vault import Vault
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
point = sys.argv[3]
if point == "fsync": os.fsync = die
if point == "replace": Path.replace = die
Vault(Path(sys.argv[1])).put(b"never acknowledged", [sys.argv[2]])
print("done")
"""


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("point", ["fsync", "replace"])
def test_nothing_half_is_left_when_the_process_is_killed_before_the_rename(
    vault: Vault, stored: Stored, point: str
) -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(vault.folder), LAPTOP.recipient, point],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert list(vault.ciphers()) == [stored.cipher]
    assert len(files(vault.folder)) == 2
    assert vault.sweep() == 1
    assert len(files(vault.folder)) == 1
    assert vault.read(stored.cipher, [LAPTOP]) == CONTENT


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can flush a folder")
def test_file_and_folders_are_flushed_before_put_returns(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    fsync = os.fsync
    replaced: list[int] = []
    replace = Path.replace

    def noted(descriptor: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{descriptor}").resolve().name)
        fsync(descriptor)

    def noted_replace(path: Path, target: Path) -> Path:
        replaced.append(len(flushed))
        return replace(path, target)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("no /proc to ask")
    monkeypatch.setattr(durable.os, "fsync", noted)
    monkeypatch.setattr(Path, "replace", noted_replace)
    stored = vault.put(CONTENT, [LAPTOP.recipient])
    assert flushed == [f"{stored.cipher}.age.part", stored.cipher[:2], "vault"]
    assert replaced == [1]
