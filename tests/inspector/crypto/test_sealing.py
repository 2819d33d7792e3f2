"""age files."""

import pytest

from inspector.crypto.sealing import Identity, decrypt, encrypt
from inspector.errors import Code, Trouble

LAPTOP, OFFICE, STRANGER = Identity.generate(), Identity.generate(), Identity.generate()
CONTENT = "口罩照片".encode() * 20
CIPHER = encrypt(CONTENT, [LAPTOP.recipient, OFFICE.recipient])


def refused(cipher: bytes, identity: Identity) -> bool:
    with pytest.raises(Trouble) as caught:
        decrypt(cipher, [identity])
    return caught.value.code == Code.BLOB_DAMAGED


def test_each_recipient_opens_it_alone() -> None:
    assert decrypt(CIPHER, [LAPTOP]) == CONTENT
    assert decrypt(CIPHER, [STRANGER, OFFICE]) == CONTENT


def test_nobody_else_opens_it() -> None:
    assert refused(CIPHER, STRANGER)
    with pytest.raises(Trouble):
        decrypt(CIPHER, [])


def test_content_does_not_show_through() -> None:
    assert "口罩".encode() not in CIPHER


def test_file_is_refused_when_it_is_cut_at_any_place_or_grows() -> None:
    assert all(refused(CIPHER[:length], LAPTOP) for length in range(len(CIPHER)))
    assert refused(CIPHER + b"\0", LAPTOP)


def test_file_is_refused_when_one_bit_of_any_byte_is_flipped() -> None:
    for place in range(len(CIPHER)):
        flipped = bytearray(CIPHER)
        flipped[place] ^= 1 << place % 8
        assert refused(bytes(flipped), LAPTOP), place


def test_identity_is_the_same_when_read_back_from_its_text() -> None:
    assert decrypt(CIPHER, [Identity.from_text(f"{LAPTOP.text}\n")]) == CONTENT


def test_malformed_keys_are_told_when_they_come_from_a_file() -> None:
    with pytest.raises(Trouble) as caught:
        Identity.from_text("AGE-SECRET-KEY-1")
    assert caught.value.code == Code.KEY_FILE_DAMAGED
    with pytest.raises(Trouble) as caught:
        encrypt(CONTENT, ["age1nobody"])
    assert caught.value.code == Code.VALUE_INVALID
    with pytest.raises(ValueError, match="nobody"):
        encrypt(CONTENT, [])
