"""The desks of the exchange, for what several of them do to one thing."""

from tests.inspector.sync.conftest import _keys_stretched_once, desks, template  # noqa: F401  (fixtures)
