"""Ed25519 and SSHSIG signatures."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.crypto import signing, sshsig

KEY = signing.SigningKey.from_seed(bytes(range(32)))
MESSAGE = "现场笔录".encode()
NAMESPACE = "inspection-evidence"


def test_signature_is_the_published_one_when_the_seed_is_that_of_rfc_8032_test_1() -> None:
    key = signing.SigningKey.from_seed(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
    assert key.public == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert key.sign(b"") == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )


def test_key_is_the_same_when_read_back_from_its_seed() -> None:
    key = signing.SigningKey.generate()
    assert signing.SigningKey.from_seed(key.seed).public == key.public
    assert len(key.seed) == 32


@given(st.integers(0, 127), st.integers(1, 15))
def test_signature_is_refused_when_one_digit_differs(place: int, change: int) -> None:
    signature = KEY.sign(MESSAGE)
    other = f"{int(signature[place], 16) ^ change:x}"
    assert signing.verify(KEY.public, MESSAGE, signature)
    assert not signing.verify(KEY.public, MESSAGE, signature[:place] + other + signature[place + 1 :])


@given(st.text(), st.text())
def test_verify_says_no_when_keys_or_signatures_are_garbage(public: str, signature: str) -> None:
    assert not signing.verify(public, MESSAGE, KEY.sign(MESSAGE))
    assert not signing.verify(KEY.public, MESSAGE, signature)


@pytest.mark.parametrize("spoil", [str.upper, lambda s: s + " ", lambda s: s[:64] + " " + s[64:]])
def test_verify_says_no_when_the_same_bytes_are_spelt_otherwise(spoil) -> None:
    assert not signing.verify(KEY.public, MESSAGE, spoil(KEY.sign(MESSAGE)))


def test_signature_file_holds_when_nothing_changed() -> None:
    armored = sshsig.sign(KEY, NAMESPACE, MESSAGE)
    assert sshsig.verify(KEY.public, NAMESPACE, MESSAGE, armored)
    assert sshsig.verify(KEY.public, NAMESPACE, MESSAGE, armored.replace("\n", "\r\n"))


def test_signature_file_is_refused_when_message_key_or_role_differ() -> None:
    armored = sshsig.sign(KEY, NAMESPACE, MESSAGE)
    assert not sshsig.verify(KEY.public, NAMESPACE, MESSAGE + b" ", armored)
    assert not sshsig.verify(KEY.public, "another-role", MESSAGE, armored)
    assert not sshsig.verify(signing.SigningKey.generate().public, NAMESPACE, MESSAGE, armored)


def test_signature_file_is_made_again_of_the_bare_signature() -> None:
    armored = sshsig.sign(KEY, NAMESPACE, MESSAGE)
    assert sshsig.armored(KEY.public, NAMESPACE, sshsig.bare(armored)) == armored


@given(st.data())
def test_signature_file_is_refused_when_any_character_differs(data: st.DataObject) -> None:
    armored = sshsig.sign(KEY, NAMESPACE, MESSAGE)
    place = data.draw(st.integers(0, len(armored) - 1))
    other = data.draw(
        st.characters().filter(lambda c: c != armored[place] and not (c + armored[place]).isspace())
    )
    assert not sshsig.verify(KEY.public, NAMESPACE, MESSAGE, armored[:place] + other + armored[place + 1 :])


@given(st.text(), st.text())
def test_verify_says_no_when_the_signature_file_is_garbage(public: str, armored: str) -> None:
    assert not sshsig.verify(public, NAMESPACE, MESSAGE, armored)
    assert not sshsig.verify(KEY.public, NAMESPACE, MESSAGE, armored)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not on this machine")
def test_ssh_keygen_agrees_when_it_checks_our_signature_file(tmp_path: Path) -> None:
    allowed, signature = tmp_path / "allowed_signers", tmp_path / "manifest.sig"
    public = base64.b64encode(
        b"\0\0\0\x0bssh-ed25519\0\0\0 " + bytes.fromhex(KEY.public)
    ).decode()  # RFC 4251: each string after its length
    allowed.write_text(f"inspector-017 ssh-ed25519 {public}\n", encoding="utf-8")
    signature.write_text(sshsig.sign(KEY, NAMESPACE, MESSAGE), encoding="ascii")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", "inspector-017", "-n", NAMESPACE]
    command += ["-s", str(signature)]

    def outcome(message: bytes) -> int:
        return subprocess.run(command, input=message, capture_output=True, check=False).returncode

    assert outcome(MESSAGE) == 0
    assert outcome(MESSAGE + b"x") != 0
