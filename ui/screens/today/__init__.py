"""今日待办: where the day begins, with what waits and the way to it."""

from ui.screens.today.screen import TodayScreen

__all__ = ["TodayScreen"]
