"""The demonstration county (演示县): an office and two laptops with made-up people, firms and photos.

Vocabulary: *scenario* (one visit and how far it gets), *desk* (a workspace with a clock of its own), *main job* (主要流程:
from an empty visit to the receipt of the office).
Promise: everything goes through the façade, as a person would do it; every number is right by its check characters and of
nobody; every page is marked 演示.
"""

from inspector.demo.building import DemoPlaces, build
from inspector.demo.main_job import MainJob, run_main_job

__all__ = ["DemoPlaces", "MainJob", "build", "run_main_job"]
