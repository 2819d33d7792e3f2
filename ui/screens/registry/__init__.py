"""监管对象: parties (一户一档) with their visits, and markets with their stalls.

Vocabulary: a *file* 一户一档 is all that is known of one party: its block, where it trades, its visits.
Promise: what is corrected here can be taken back, and changes no locked record.
"""

from ui.screens.registry.screen import RegistryScreen

__all__ = ["RegistryScreen"]
