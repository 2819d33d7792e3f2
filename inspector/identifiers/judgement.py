"""What a check of one number found: a verdict, its reasons and the facts that the number itself states."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.errors import Problem


class Kind(StrEnum):
    """Kinds of number; `UNKNOWN` stands for a text in which no kind was recognised."""

    USCC = "uscc"  # 统一社会信用代码
    PATENT = "patent"  # 专利号、专利申请号
    DEVICE_REGISTRATION = "device_registration"  # 医疗器械注册证编号、备案编号
    PPE_STANDARD = "ppe_standard"  # 防护用品执行标准; judged by inspector.law.standards
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What was checked and with what result, from best to worst; none says whether a number is real."""

    VALID = "valid"
    BAD_CHECKSUM = "bad_checksum"
    UNKNOWN_SCHEME = "unknown_scheme"
    BAD_FORMAT = "bad_format"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Verdict).index(self)


@dataclass(frozen=True)
class Judgement:
    """The answer of a checker.

    `problems` are the reasons of a verdict and, beside a valid one, leads for the officer; `where` of a problem names the
    part of the number. `facts` are plain words and digits, in the order in which they read well. `is_partial` is true
    while more characters can still make a number of this kind: until the person leaves the field there is nothing to
    complain about, whatever the verdict.
    """

    kind: Kind
    verdict: Verdict
    normalised: str
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    is_partial: bool = False

    @property
    def is_malformed(self) -> bool:
        """Whether it is wrong already, even if the person is still typing."""
        return self.verdict is not Verdict.VALID and not self.is_partial
