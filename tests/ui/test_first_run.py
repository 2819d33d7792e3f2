"""首次使用: from an empty computer to the shell, with keys and mouse."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.errors import Code, Trouble
from inspector.workspace import Workspace
from tests.ui.hands import compose, write
from ui.dialogs.dialog import Question
from ui.screens.first_run import FirstRun
from ui.screens.setting_up import free_folder

WORDS = "huanglian qiao zaoshi lansan"


@pytest.fixture
def page(app, qtbot):
    app.start()
    found = app.window.pages.currentWidget()
    assert isinstance(found, FirstRun)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return found


def _tab(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def _fill(page, qtbot, officers):
    """From field to field with the tabulator, as the form is laid out."""
    form = page.form
    qtbot.waitUntil(form.bureau.hasFocus)
    for words in ("石柱土家族自治县市场监督管理局", "南宾市场监管所", "南宾所一号机"):
        write(QApplication.focusWidget(), words)
        _tab(qtbot)
    for name, certificate, until, pin in officers:
        write(QApplication.focusWidget(), name)
        _tab(qtbot)
        qtbot.keyClicks(QApplication.focusWidget(), certificate)
        _tab(qtbot)
        _tab(qtbot)  # valid from stays empty
        qtbot.keyClicks(QApplication.focusWidget(), until)
        for _ in range(2):
            _tab(qtbot)
            qtbot.keyClicks(QApplication.focusWidget(), pin)
        _tab(qtbot)
        _tab(qtbot)  # past the button that takes the row away
    form.passphrase.setFocus()
    qtbot.keyClicks(form.passphrase.first, WORDS)
    _tab(qtbot)
    qtbot.keyClicks(form.passphrase.again, WORDS)


def _after(widget):
    """Where the tabulator leads from there."""
    widget = widget.nextInFocusChain()
    while not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget = widget.nextInFocusChain()
    return widget


OFFICERS = [("谭𬭎", "50024001", "2030.12.31", "135790"), ("马晓棠", "50024002", "20301231", "246801")]


def test_a_laptop_is_set_up_and_its_first_officer_works_at_once(app, page, qtbot):
    qtbot.mouseClick(page.laptop, Qt.MouseButton.LeftButton)
    _fill(page, qtbot, OFFICERS)
    folder = page.form.folder
    qtbot.mouseClick(page.form.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: app.shell is not None and app.window.pages.currentWidget() is app.shell, timeout=20_000
    )
    qtbot.waitUntil(lambda: app.shell.navigation.badge.text() == "谭𬭎")
    officers = app.workspace.officers.here()
    assert {(o.name, o.certificate, str(o.valid_to)) for o in officers} == {
        ("谭𬭎", "50024001", "2030-12-31"),
        ("马晓棠", "50024002", "2030-12-31"),
    }
    assert app.workspace.desk.bureau == "石柱土家族自治县市场监督管理局"
    assert "只在本机" in app.shell.status.whereabouts.text()
    assert app.preferences.value.workspace == str(folder)
    app.window.close()
    with Workspace.open(folder, WORDS) as again:  # everything was let go, and the words open it
        assert len(again.officers.here()) == 2


def test_an_office_shows_its_recovery_key_once_and_goes_on_when_it_is_kept(
    app, page, qtbot, tmp_path, monkeypatch
):
    qtbot.mouseClick(page.office, Qt.MouseButton.LeftButton)
    _fill(page, qtbot, OFFICERS[:1])
    qtbot.mouseClick(page.form.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.recovery is not None, timeout=20_000)
    recovery = page.recovery
    assert recovery.key.text().startswith("AGE-SECRET-KEY-1")
    assert recovery.key.text() in recovery.sheet()
    assert not recovery.go_on.isEnabled()
    recovery.confirmed.click()
    assert not recovery.go_on.isEnabled()  # not before it is printed or saved
    sheet = tmp_path / "恢复密钥.txt"
    refused = tmp_path / "a file"
    refused.touch()
    monkeypatch.setattr(
        "ui.screens.recovery_key.QFileDialog.getSaveFileName", lambda *_: (str(refused / "x.txt"), "")
    )
    recovery.save.click()
    qtbot.waitUntil(lambda: not app.tasks.is_busy)
    assert not recovery.confirmed.isEnabled()
    monkeypatch.setattr("ui.screens.recovery_key.QFileDialog.getSaveFileName", lambda *_: (str(sheet), ""))
    recovery.save.click()
    qtbot.waitUntil(recovery.confirmed.isEnabled)
    assert recovery.key.text() in sheet.read_text(encoding="utf-8")
    recovery.confirmed.click()
    recovery.go_on.click()
    qtbot.waitUntil(lambda: app.shell is not None and app.window.pages.currentWidget() is app.shell)
    assert app.workspace.is_office


def test_an_office_is_remembered_and_its_key_asked_for_when_the_window_is_closed_before_it_is_kept(
    app, page, qtbot
):
    qtbot.mouseClick(page.office, Qt.MouseButton.LeftButton)
    _fill(page, qtbot, OFFICERS[:1])
    folder = page.form.folder
    page.form.go.click()
    qtbot.waitUntil(lambda: page.recovery is not None, timeout=20_000)
    assert app.preferences.value.workspace == str(folder)
    app.window.close()
    assert app.window.isVisible()
    question = page.recovery.findChild(Question)
    question.confirm.click()
    assert app.window.isVisible()
    app.window.close()
    page.recovery.findChildren(Question)[-1].take.click()
    assert not app.window.isVisible()
    with Workspace.open(folder, WORDS) as again:  # the next start finds it, and nobody holds it
        assert again.is_office


def test_everything_that_is_wrong_is_said_at_once(page, qtbot):
    page.ask("laptop")
    form = page.form
    row = form.officers.rows[0]
    row.name.setText("谭𬭎")
    row.valid_to.setText("明年")
    row.pin.setText("111111")
    form.passphrase.first.setText("kurz")
    form.go.click()
    assert all(row.problem for row in (form.bureau_row, form.station_row, form.desk_row))
    said = form.officers._line.text()
    assert "执法证号" in said
    assert "日期无法识别" in said
    assert "PIN" in said
    assert "8" in form.passphrase.first_row.problem
    qtbot.waitUntil(form.bureau.hasFocus)  # the first of them
    assert page.pages.currentWidget() is form


def test_the_number_of_places_to_mend_is_that_of_now_while_they_are_mended(page, qtbot):
    page.ask("laptop")
    form = page.form
    form.go.click()
    before = form.summary.text()
    write(form.bureau, "石柱土家族自治县市场监督管理局")
    assert int("".join(filter(str.isdigit, form.summary.text()))) == (
        int("".join(filter(str.isdigit, before))) - 1
    )
    _fill(page, qtbot, OFFICERS)
    assert form.summary.text() == ""


def test_what_is_asked_of_a_pin_and_the_passphrase_is_said_beforehand(page, qtbot):
    page.ask("laptop")
    qtbot.waitUntil(page.form.officers._line.isVisible)
    assert "6" in page.form.officers._line.text()
    assert "8" in page.form.passphrase.advice.text()


def test_enter_sets_up_and_one_that_ends_a_composition_does_not(page, qtbot):
    page.ask("laptop")
    answered = []
    page.form.answered.disconnect()
    page.form.answered.connect(answered.append)
    _fill(page, qtbot, OFFICERS)
    compose(page.form.desk, "ji")
    qtbot.keyClick(page.form.desk, Qt.Key.Key_Return)
    assert not answered
    compose(page.form.desk, "")
    QApplication.processEvents()
    qtbot.keyClick(page.form.desk, Qt.Key.Key_Return)
    assert answered[0].passphrase == WORDS


def test_rows_left_empty_do_not_count(page):
    page.ask("laptop")
    form = page.form
    assert len(form.officers.rows) == 2
    row = form.officers.rows[0]
    for editor, words in zip(row.editors, ("谭𬭎", "50024001", "", "", "135790", "135790"), strict=True):
        editor.setText(words)
    assert form.officers.problems() == []


def test_the_form_keeps_what_was_typed_when_the_disk_refuses(app, page, qtbot):
    def refused(answers, report):
        raise Trouble(Code.DISK_FULL)

    page._make = refused
    page.ask("laptop")
    _fill(page, qtbot, OFFICERS[:1])
    page.form.go.click()
    qtbot.waitUntil(app.window.messages.isVisible)
    assert page.pages.currentWidget() is page.form
    assert page.form.bureau.text() == "石柱土家族自治县市场监督管理局"
    assert page.form.passphrase.value == WORDS


def test_nothing_is_left_behind_and_the_form_is_there_again_when_the_making_is_cancelled(app, page, qtbot):
    page.ask("laptop")
    _fill(page, qtbot, OFFICERS)
    form, make, began = page.form, page._make, threading.Event()

    def slow(answers, report):
        began.set()
        assert may_go_on.wait(10)
        return make(answers, report)

    may_go_on = threading.Event()
    page._make = slow
    form.go.click()
    began.wait(5)
    page.progress.stop.click()
    may_go_on.set()
    qtbot.waitUntil(lambda: page.pages.currentWidget() is form, timeout=20_000)
    assert not form.folder.exists()
    assert form.passphrase.value == WORDS


def test_nothing_is_left_behind_when_an_officer_cannot_be_added(tmp_path, monkeypatch):
    from inspector.progress import silent
    from inspector.workspace.officers import Officers
    from ui.screens.setting_up import Answers, NewOfficer, make_workspace

    def refused(*_, **__):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(Officers, "add", refused)
    folder = tmp_path / "workspace"
    answers = Answers("laptop", "局", "所", "机", (NewOfficer("谭𬭎", "1", pin="135790"),), folder, WORDS)
    with pytest.raises(Trouble):
        make_workspace(answers, silent)
    assert not folder.exists()


def test_a_further_officer_follows_the_last_one_in_the_order_of_the_tabulator(page, qtbot):
    page.ask("laptop")
    table = page.form.officers
    last = table.rows[-1].remove
    table.add.click()
    assert len(table.rows) == 3
    assert _after(last) is table.rows[-1].name
    assert _after(table.rows[-1].remove) is table.add


def test_one_can_go_back_to_the_choice(page, qtbot):
    page.ask("office")
    page.form.left.emit()
    assert page.form is None
    assert page.laptop.isVisible()


def test_the_other_language_is_spoken_at_once(app, page, qtbot, qapp):
    from ui import text

    try:
        page.language_asked.emit()
        english = app.window.pages.currentWidget()
        assert english.laptop.accessibleName() == "Inspection laptop"
        assert app.window.windowTitle() == "Inspector"
    finally:
        text.speak(qapp, text.CHINESE)


def test_the_demonstration_is_built_opened_and_its_words_are_told(app, folder, qtbot):
    from dataclasses import dataclass

    from tests.desk import PASSPHRASE, PINS

    @dataclass
    class Places:
        laptops = (folder,)
        passphrase = PASSPHRASE
        pins = PINS

    built = []

    def build(where, report):
        report(1, 2, "")
        built.append(where)
        where.mkdir(parents=True)
        places = Places()
        places.laptops = (folder.rename(where / "laptop-1"),)
        return places

    app._build_demo = build
    app.set_up()
    page = app.window.pages.currentWidget()
    qtbot.mouseClick(page.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: app.shell is not None and app.window.pages.currentWidget() is app.shell)
    assert built
    assert PASSPHRASE in app.window.messages.sentence.text()
    assert app.workspace.officers.acting
    app.window.messages.clear()
    app.unlock(app.workspace.places.root)  # another day
    assert app.window.messages.isVisible()


def test_a_folder_in_which_the_making_was_cut_short_is_offered_again(home):
    workspaces = home / "workspaces"
    for name in ("laptop", "laptop-2"):
        (workspaces / name).mkdir(parents=True)
    (workspaces / "laptop-2" / "unfinished").touch()
    assert free_folder("laptop") == workspaces / "laptop-2"
    (workspaces / "laptop-2" / "keys.json").touch()
    assert free_folder("laptop") == workspaces / "laptop-3"
