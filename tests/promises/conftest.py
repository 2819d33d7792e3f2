"""The circle of an office and two laptops, as the exchange is tested with."""

from tests.inspector.sync.conftest import _keys_stretched_once, desks, template

__all__ = ["_keys_stretched_once", "desks", "template"]
