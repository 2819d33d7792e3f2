import json
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.crypto.sealing import Identity
from inspector.crypto.signing import SigningKey
from inspector.crypto.wrapping import FLOOR, open_sealed, seal
from inspector.errors import Code, Trouble
from inspector.workspace.keys import KeyFile, Secrets

PASSPHRASE = "黄连三月开花 2026"


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, Secrets]:
    return KeyFile.make(PASSPHRASE, FLOOR)


def code_of(call: object, *arguments: object) -> Code:
    with pytest.raises(Trouble) as trouble:
        call(*arguments)  # type: ignore[operator]
    return trouble.value.code


def test_passphrase_opens_what_it_locked(made: tuple[KeyFile, Secrets]) -> None:
    keys, secrets = made
    opened = keys.open(PASSPHRASE)
    assert (opened.data_key, opened.signing.seed) == (secrets.data_key, secrets.signing.seed)
    assert opened.device == keys.device == secrets.device


def test_another_passphrase_opens_nothing(made: tuple[KeyFile, Secrets]) -> None:
    assert code_of(made[0].open, PASSPHRASE + " ") is Code.PASSPHRASE_WRONG


@pytest.mark.parametrize("weak", ["", "1234567", "七个汉字的口令"])
def test_short_passphrase_is_refused(weak: str, made: tuple[KeyFile, Secrets]) -> None:
    assert code_of(KeyFile.make, weak, FLOOR) is Code.PASSPHRASE_WEAK
    assert code_of(made[0].with_passphrase, made[1], weak, FLOOR) is Code.PASSPHRASE_WEAK


def test_new_passphrase_opens_the_same_keys_and_the_old_one_nothing(made: tuple[KeyFile, Secrets]) -> None:
    keys = made[0].with_passphrase(made[1], "another passphrase", FLOOR)
    assert keys.open("another passphrase").data_key == made[1].data_key
    assert code_of(keys.open, PASSPHRASE) is Code.PASSPHRASE_WRONG


def test_recovery_key_opens_the_data_key_and_never_a_signing_key(made: tuple[KeyFile, Secrets]) -> None:
    keys, secrets = made
    recovery = Identity.generate()
    recovered = keys.with_recovery(secrets.data_key, recovery.recipient).recover(recovery)
    assert recovered == secrets.data_key
    officer_key = seal(secrets.officers_key, b"PIN-wrapped", b"officer")
    with_other_signing = Secrets(recovered, SigningKey.generate())
    for guess in (recovered, with_other_signing.officers_key, with_other_signing.database_key):
        assert code_of(open_sealed, guess, officer_key, b"officer") is Code.BLOB_DAMAGED
    assert open_sealed(secrets.officers_key, officer_key, b"officer") == b"PIN-wrapped"


def test_another_recovery_key_opens_nothing(made: tuple[KeyFile, Secrets]) -> None:
    keys = made[0].with_recovery(made[1].data_key, Identity.generate().recipient)
    assert code_of(keys.recover, Identity.generate()) is Code.BLOB_DAMAGED


@pytest.mark.parametrize("recovery", ["", "zz", "0"])
def test_recovery_is_refused_where_none_was_laid_down(made: tuple[KeyFile, Secrets], recovery: str) -> None:
    assert code_of(replace(made[0], recovery=recovery).recover, Identity.generate()) is Code.KEY_FILE_DAMAGED


def test_keys_of_another_device_are_refused_when_headers_are_swapped(made: tuple[KeyFile, Secrets]) -> None:
    other, _ = KeyFile.make(PASSPHRASE, FLOOR)
    for swapped in (replace(made[0], device=other.device), replace(made[0], wrapped=other.wrapped)):
        assert code_of(swapped.open, PASSPHRASE) is Code.KEY_FILE_DAMAGED


def test_every_key_has_a_purpose_of_its_own(made: tuple[KeyFile, Secrets]) -> None:
    secrets = made[1]
    found = {secrets.data_key, secrets.database_key, secrets.officers_key, secrets.signing.seed}
    assert len(found) == 4


def test_key_file_comes_back_from_disk_and_holds_no_secret(
    made: tuple[KeyFile, Secrets], tmp_path: Path
) -> None:
    keys, secrets = made
    keys.save(tmp_path / "keys.json")
    assert KeyFile.load(tmp_path / "keys.json") == keys
    text = (tmp_path / "keys.json").read_text()
    for secret in (secrets.data_key, secrets.signing.seed, secrets.database_key):
        assert secret.hex() not in text


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        (b"", Code.KEY_FILE_DAMAGED),
        (b"\xff\xfe", Code.KEY_FILE_DAMAGED),
        (b"[]", Code.KEY_FILE_DAMAGED),
        (b"{}", Code.KEY_FILE_DAMAGED),
        (b'{"format": "inspector-keys/2"}', Code.WORKSPACE_NEWER),
        (b'{"format": "inspector-keys/1", "device": "x", "wrapped": {}}', Code.KEY_FILE_DAMAGED),
        (
            b'{"format": "something-else", "device": "x", "wrapped": {}, "recovery": ""}',
            Code.KEY_FILE_DAMAGED,
        ),
        (b'{"device": "x", "wrapped": {}, "recovery": ""}', Code.KEY_FILE_DAMAGED),
    ],
)
def test_file_is_refused_when_it_is_no_key_file_of_ours(tmp_path: Path, stored: bytes, code: Code) -> None:
    (tmp_path / "keys.json").write_bytes(stored)
    assert code_of(KeyFile.load, tmp_path / "keys.json") is code


def test_missing_file_is_a_missing_workspace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code_of(KeyFile.load, tmp_path / "keys.json") is Code.WORKSPACE_MISSING
    assert code_of(KeyFile.load, tmp_path / "file" / "keys.json") is Code.WORKSPACE_MISSING
    (tmp_path / "folder").mkdir()
    assert code_of(KeyFile.load, tmp_path / "folder") is Code.DISK_FAILED


def test_every_changed_field_of_the_wrapping_is_refused(made: tuple[KeyFile, Secrets]) -> None:
    wrapped = made[0].wrapped
    assert json.loads(json.dumps(wrapped)) == wrapped
    for name, value in wrapped.items():
        changed = {**wrapped, name: value + 1 if isinstance(value, int) else value[::-1]}
        assert code_of(replace(made[0], wrapped=changed).open, PASSPHRASE) is Code.KEY_FILE_DAMAGED
        left_out = {n: v for n, v in wrapped.items() if n != name}
        assert code_of(replace(made[0], wrapped=left_out).open, PASSPHRASE) is Code.KEY_FILE_DAMAGED
