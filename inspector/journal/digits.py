"""Text whose long hexadecimal numbers are kept beside it as bytes: no compression makes them short, half the text does.

Ids, nonces, digests, keys and signatures are 16, 32 or 64 bytes. Where one stands for the first time a mark tells its
length, where it stands again a mark tells which one it is: of two records that differ in their ids alone the texts are
then the same.
"""

import re

_FIRST = {32: b"\x01", 64: b"\x02", 128: b"\x03"}
_AGAIN = b"\x04%d;"
_LONGEST = max(_FIRST)
_DIGITS = re.compile(rb"[0-9a-f]{32,}")
_LENGTHS = {mark: length for length, mark in _FIRST.items()}
_MARK = re.compile(rb"[\x01-\x03]|\x04(0|[1-9][0-9]{0,6});")


def taken_out(text: bytes) -> tuple[bytes, bytes]:
    """The text with marks, and the numbers; JSON has no control characters that could be taken for marks."""
    known: dict[bytes, bytes] = {}

    def mark(found: re.Match[bytes]) -> bytes:
        digits = found[0]
        again = known.get(digits)
        if again is not None:
            return again
        first = _FIRST.get(len(digits))
        if first is None:
            return digits
        known[digits] = _AGAIN % len(known)
        return first

    return _DIGITS.sub(mark, text), bytes.fromhex(b"".join(known).decode())


def room(text: bytes) -> int:
    """How many bytes of numbers belong to a text with marks."""
    return sum(text.count(mark) * length // 2 for mark, length in _LENGTHS.items())


def put_back(text: bytes, numbers: bytes, most: int) -> bytes:
    """The text as it was.

    Raises:
        ValueError: when marks and numbers do not go together, or when they may come to more than *most* bytes.
    """
    if len(text) + text.count(b"\x04") * _LONGEST + 2 * len(numbers) > most:
        raise ValueError("too long")
    digits, known, at = numbers.hex().encode(), list[bytes](), 0

    def number(found: re.Match[bytes]) -> bytes:
        nonlocal at
        if found[1] is not None:
            return known[int(found[1])]
        end = at + _LENGTHS[found[0]]
        known.append(digits[at:end])
        at = end
        return known[-1]

    try:
        whole = _MARK.sub(number, text)
    except IndexError as error:
        raise ValueError("a mark without its number") from error
    if at != len(digits):
        raise ValueError("more or fewer numbers than marks")
    return whole
