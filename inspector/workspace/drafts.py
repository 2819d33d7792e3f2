"""What is no fact yet: text being typed, and where the person was. Local, and gone when the fact is written."""

from inspector.storage.local import Local


class Drafts:
    """Keeps half-typed text by the field that it belongs to, and the place to come back to after a crash."""

    def __init__(self, local: Local) -> None:
        self._local = local

    def keep(self, entity: str, field: str, text: str) -> None:
        """Keeps *text* as the draft of that field; on disk when it returns."""
        self._local.keep_draft(f"{entity}#{field}", text)

    def drop(self, entity: str, field: str) -> None:
        self._local.drop_draft(f"{entity}#{field}")

    def below(self, root: str) -> dict[tuple[str, str], str]:
        """The drafts on things of one root, by entity and field."""
        found = self._local.drafts(root)
        return {
            (entity, field): text for key, text in found.items() for entity, _, field in [key.partition("#")]
        }

    def remember(self, visit: str, place: str) -> None:
        """Remembers where in *visit* the person is, and that it is the visit being worked on."""
        self._local.remember_place(visit, place)
        self._local.remember_place("visit", visit)

    def place(self, visit: str) -> str:
        """Where the person was in *visit*."""
        return self._local.place(visit)

    def visit(self) -> str:
        """The visit that was being worked on last; empty when there was none."""
        return self._local.place("visit")
