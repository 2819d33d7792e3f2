"""Names, addresses and numbers of a county that does not exist, from `county.yaml` and a seed."""

import random
from pathlib import Path
from typing import Any

import yaml

from inspector.identifiers import uscc
from inspector.inspection.registry import Party

REGION = "500240"
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Names:
    """Draws names; the same seed draws the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        text = (Path(__file__).parent / "county.yaml").read_text(encoding="utf-8")
        self._words: dict[str, Any] = yaml.safe_load(text)

    def one(self, kind: str) -> str:
        return str(self._random.choice(self._words[kind]))

    def person(self) -> str:
        given = "".join(self._random.choices(self._words["given"], k=self._random.choice((1, 2, 2))))
        return self.one("surnames") + given

    def town(self, number: int) -> str:
        towns = self._words["towns"]
        return str(towns[number % len(towns)])

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def digits(self, length: int) -> str:
        return "".join(self._random.choices("0123456789", k=length))

    def happens(self, share: float) -> bool:
        return self._random.random() < share

    def party(self, town: str) -> Party:
        """A shop; two words of 900 make a name, so that some names are met often and most are not."""
        body = f"92{REGION}MA{''.join(self._random.choices(_LETTERS, k=7))}"
        owner = self.person()
        return Party(
            name=f"石柱县{town[:2]}{self.one('words')}{self.one('words')}{self.one('trades')}",
            licence_kind="营业执照",
            uscc=body + uscc.check_character(body),
            address=f"重庆市石柱土家族自治县{town}{self.one('streets')}{self.number(1, 300)}号",
            representative=owner,
            phone=f"1{self._random.choice('3578')}{self.digits(9)}",
        )
