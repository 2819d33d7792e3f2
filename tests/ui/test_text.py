"""Every code has its words, in both languages."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from inspector import paths
from inspector.checklist.template import Mark
from inspector.errors import Code, Problem, Trouble
from inspector.inspection.record import Attendance
from inspector.inspection.visit import Stage
from inspector.workspace import Role
from ui import text
from ui.screens import places
from ui.screens.screen import Place

ROOT = paths.resources().parent
TOOLS = Path(sys.executable).parent


@pytest.fixture(params=[text.CHINESE, text.ENGLISH])
def language(request, qapp):
    text.speak(qapp, request.param)
    yield request.param
    text.speak(qapp, text.CHINESE)


@pytest.mark.parametrize("closed_set", [Role, Stage, Mark, Attendance])
def test_every_member_has_words(closed_set, language):
    words = [text.label(member) for member in closed_set]
    assert all(words)
    assert len(set(words)) == len(words)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in w) for w in words) == (language == text.CHINESE)


def test_every_place_has_a_name(language):
    assert len({places.name(place) for place in Place}) == len(Place)


def test_trouble_is_told_in_the_language_that_is_spoken(language):
    told = text.told(Trouble(Code.WORKSPACE_MISSING, path="/tmp/稽查"))
    assert "/tmp/稽查" in told
    assert ("没有找到" in told) == (language == text.CHINESE)


def test_every_problem_has_its_line(language):
    assert (
        len(text.problems(Trouble(Code.VALUE_INVALID, problems=(Problem("pin_weak"), Problem("pin_wrong")))))
        == 2
    )


@pytest.mark.parametrize(
    ("wanted", "system", "spoken"),
    [
        ("", "zh_CN", text.CHINESE),
        ("", "en_GB", text.ENGLISH),
        ("", "fr_FR", text.CHINESE),
        ("en", "zh_CN", text.ENGLISH),
        ("zh_CN", "en_US", text.CHINESE),
    ],
)
def test_the_language_is_chinese_unless_the_system_is_english_or_a_person_chose(
    wanted, system, spoken, monkeypatch
):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert text.choose(wanted) == spoken


@pytest.mark.parametrize(
    ("pin", "is_good"), [("24680", False), ("111111", False), ("246801", True), ("谭氏第一枚", False)]
)
def test_a_weak_pin_is_told_before_anything_is_written(pin, is_good):
    assert (text.pin_problem(pin) == "") is is_good


def test_a_weak_passphrase_is_told_before_anything_is_written():
    assert "8" in text.passphrase_problem("short")
    assert text.passphrase_problem("黄连 石桥 早市 蓝伞") == ""


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory])
def test_the_dialog_in_which_files_are_chosen_speaks_chinese(mode, qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setFileMode(mode)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    buttons = [button.text() for button in dialog.findChildren(QPushButton)]
    assert len(labels) >= 3
    for words in (*labels, *buttons):
        assert any("\u4e00" <= c <= "\u9fff" for c in words), words


def _messages(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message.find("translation")


def test_every_word_of_the_window_is_translated(tmp_path):
    """Gathers the words anew, as `.ci/translate` does, and looks for each in the languages that are kept."""
    sources = sorted(str(file) for file in (ROOT / "ui").rglob("*.py"))
    gathered = tmp_path / "gathered.ts"
    subprocess.run(
        [TOOLS / "pyside6-lupdate", "-silent", "-locations", "none", *sources, "-ts", gathered], check=True
    )
    wanted = {(context, source) for context, source, _ in _messages(gathered)}
    kept = {(c, s): t for c, s, t in _messages(paths.resource("translations", "ui_zh_CN.ts"))}
    assert wanted <= set(kept), "run .ci/translate"
    unfinished = [place for place, translation in kept.items() if translation.get("type") == "unfinished"]
    assert not unfinished
    assert all("".join(t.itertext()).strip() for t in kept.values())


def test_a_translation_keeps_every_fact_of_its_source():
    from string import Formatter

    def facts(words):
        return {name for _, name, _, _ in Formatter().parse(words) if name} | (
            {"%n"} if "%n" in words else set()
        )

    for context, source, translation in _messages(paths.resource("translations", "ui_zh_CN.ts")):
        assert facts(source) == facts("".join(translation.itertext())), (context, source)


@pytest.mark.parametrize("language_", ["zh_CN", "en"])
def test_the_compiled_language_is_that_of_its_words(language_, tmp_path):
    compiled = tmp_path / "compiled.qm"
    words = paths.resource("translations", f"ui_{language_}.ts")
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", words, "-qm", compiled], check=True)
    assert compiled.read_bytes() == words.with_suffix(".qm").read_bytes(), "run .ci/translate"
