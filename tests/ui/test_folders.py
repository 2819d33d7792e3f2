"""A file dialog begins where such files are: where they were chosen last, never in the folder of the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from inspector.settings import Settings
from ui.folders import Purpose, folder_for, note_folder
from ui.preferences import Preferences


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A person with a folder for pictures and none for documents."""
    (tmp_path / "图片").mkdir()
    named = {"PicturesLocation": "图片", "DocumentsLocation": "文档"}
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda location: str(tmp_path / named[location.name])
    )
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_it_begins_where_such_files_are_kept_when_none_was_chosen_yet(own):
    assert folder_for(Purpose.PHOTOS, Preferences()) == str(own / "图片")
    assert folder_for(Purpose.SCANS, Preferences()) == str(own)


def test_it_begins_where_one_was_chosen_last_for_that_purpose_on_another_day_too(own):
    (own / "U盘").mkdir()
    note_folder(Purpose.PHOTOS, Preferences(), own / "U盘" / "IMG_1.jpg")
    assert folder_for(Purpose.PHOTOS, Preferences()) == str(own / "U盘")
    assert folder_for(Purpose.PAPERS, Preferences()) == str(own)
    (own / "U盘").rmdir()  # the stick was pulled out
    assert folder_for(Purpose.PHOTOS, Preferences()) == str(own / "图片")


def test_photos_are_looked_for_there_and_their_folder_is_kept_in_mind(own, qtbot, monkeypatch):
    from ui.widgets.photo_strip import PhotoStrip

    (own / "相机").mkdir()
    began = []

    def choose(parent, title, folder, kinds):
        began.append(folder)
        return [str(own / "相机" / "IMG_1.jpg")], ""

    monkeypatch.setattr("ui.widgets.photo_strip.QFileDialog.getOpenFileNames", choose)
    strip = PhotoStrip("照片", Preferences())
    qtbot.addWidget(strip)
    strip.add.click()
    strip.add.click()
    assert began == [str(own / "图片"), str(own / "相机")]


def test_folders_that_are_none_are_forgotten_and_the_other_settings_kept(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"folders": {"photos": 3}, "bright": true}', encoding="utf-8")
    assert Settings.load(file) == Settings(bright=True)
