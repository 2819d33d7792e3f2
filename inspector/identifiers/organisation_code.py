"""组织机构代码 (GB 11714-1997): the check character of the nine characters inside a unified social credit code."""

from inspector.identifiers.judgement import Kind
from inspector.identifiers.scheme import scheme


def check_character(body: str) -> str:
    """The ninth character for the first eight (digits and capital letters)."""
    rule = scheme(Kind.USCC).tables["organisation_code"]
    modulus: int = rule["modulus"]
    total = sum(int(c, 36) * weight for c, weight in zip(body, rule["weights"], strict=True))
    left = (modulus - total % modulus) % modulus
    return "X" if left == 10 else str(left)
