"""What a write touched, so that screens can refresh just that."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """Ids of the things that a write touched, by kind of thing."""

    touched: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, *pairs: tuple[str, str]) -> "Changes":
        return cls(frozenset(pairs))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.touched | other.touched)

    def __bool__(self) -> bool:
        return bool(self.touched)

    def kinds(self) -> frozenset[str]:
        """The kinds of thing that were touched."""
        return frozenset(kind for kind, _ in self.touched)

    def touches(self, kind: str, entity: str | None = None) -> bool:
        """Whether a thing of *kind* (and, if given, that very one) was touched."""
        if entity is None:
            return kind in self.kinds()
        return (kind, entity) in self.touched
