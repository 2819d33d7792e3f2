"""数据交换: what a person does with the stick, and what they are told of it."""

import shutil
from threading import Event

import pytest
from PySide6.QtCore import Qt

from inspector.errors import Code, Trouble
from inspector.progress import Cancelled
from inspector.sync import reach, taking_in
from inspector.sync.delivery import Whereabouts
from inspector.workspace import Role, Setup, Workspace
from tests.desk import PASSPHRASE, PINS, a_locked_visit, a_party
from tests.inspector.sync.circle import a_photo, opened
from tests.ui.hands import write
from ui.screens.exchange.fingerprint import CompareDialog
from ui.screens.exchange.screen import LAPTOPS, WHEREABOUTS, ExchangeScreen
from ui.theme import Tone


def at_stick(stage, workspace, stick, target=""):
    """The screen of a desk, the stick chosen."""
    screen = stage.show(ExchangeScreen, workspace, target)
    screen.handing_over.stick.path.setText(str(stick))
    stage.qtbot.keyClick(screen.handing_over.stick.path, Qt.Key.Key_Return)
    stage.settle()
    return screen


def done(screen):
    return [(line.tone, line.words) for line in screen.handing_over.outcome.lines]


def press(stage, button):
    stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.settle()


def test_the_stick_may_be_pulled_out_once_everything_was_read_back(stage, desks):
    visit = a_locked_visit(desks.north, photos=[a_photo(1), a_photo(2)])
    screen = at_stick(stage, desks.north, desks.stick)
    press(stage, screen.handing_over.stick.send)
    ((tone, words),) = done(screen)
    assert (tone, "可以拔出U盘" in words) == (Tone.GOOD, True)
    assert "1 次检查 · 2 张照片" in screen.handing_over.outcome.lines[0].below
    assert desks.north.exchange.status(visit).record is Whereabouts.VERIFIED
    assert any(changes.touches("delivery") for changes in stage.wrote)


def test_nothing_is_said_to_be_received_that_only_this_computer_has(stage, desks):
    desks.bring(desks.north)
    (line,) = at_stick(stage, desks.north, desks.stick).handing_over.pending.lines
    assert line.tone is Tone.GOOD
    a_party(desks.north)
    (line,) = at_stick(stage, desks.north, desks.stick).handing_over.pending.lines
    assert (line.tone, line.words) == (
        Tone.WARN,
        "除检查外，本机还有 1 项内容（如监管对象、执法人员）局里尚未收到",
    )
    desks.bring(desks.north)
    (line,) = at_stick(stage, desks.north, desks.stick).handing_over.pending.lines
    assert line.tone is Tone.GOOD


def test_nothing_is_said_to_be_verified_when_it_was_not(stage, desks, monkeypatch):
    from inspector.sync import folder

    monkeypatch.setattr(folder, "_drop_cache", lambda descriptor: False)
    a_locked_visit(desks.north)
    screen = at_stick(stage, desks.north, desks.stick)
    press(stage, screen.handing_over.stick.send)
    ((tone, words),) = done(screen)
    assert (tone, "没有校验" in words, "可以拔出U盘" in words) == (Tone.WARN, True, False)


def test_the_photos_already_copied_stay_when_writing_is_cancelled(stage, desks, monkeypatch):
    a_locked_visit(desks.north, photos=[a_photo(1), a_photo(2), a_photo(3)])
    screen = at_stick(stage, desks.north, desks.stick)
    handing_over = screen.handing_over
    stopped = []

    def export(folder, report):
        def heard(number, total, what):
            if what == "exchange_copying" and number > 0 and not stopped:
                stopped.append(True)
                raise Cancelled
            report(number, total, what)

        return type(desks.north.exchange).export(desks.north.exchange, folder, heard)

    monkeypatch.setattr(desks.north.exchange, "export", export)
    press(stage, handing_over.stick.send)
    assert done(screen)[0][0] is Tone.WARN
    copied = list(desks.stick.rglob("*.age"))
    assert copied
    assert not list(desks.stick.glob("*.bundle"))
    before = {file: file.stat().st_mtime_ns for file in copied}
    press(stage, handing_over.stick.send)
    assert done(screen)[0][0] is Tone.GOOD
    assert {file: file.stat().st_mtime_ns for file in copied} == before


def test_the_office_reads_several_bundles_at_once_and_writes_the_receipts_back(stage, desks):
    visits = [
        a_locked_visit(laptop, photos=[a_photo(n)]) for n, laptop in enumerate((desks.north, desks.south))
    ]
    for laptop in (desks.north, desks.south):
        laptop.exchange.export(desks.stick)
    screen = at_stick(stage, desks.office, desks.stick)
    assert len(screen.handing_over.stick.content.lines) == 2
    press(stage, screen.handing_over.stick.receive)
    told = done(screen)
    assert [tone for tone, _ in told] == [Tone.GOOD] * 3
    assert "对账" in screen.handing_over.outcome.lines[0].below
    assert "north、south" in told[-1][1]
    assert "2 份记录、2 张照片" in screen.handing_over.outcome.lines[-1].below
    assert len(list(desks.stick.glob("receipt-*.bundle"))) == 2
    assert all(desks.office.inspections.read(visit).locked for visit in visits)
    assert stage.wrote[-1].touches("visit", visits[0])
    assert not screen.handing_over.stick.receive.isEnabled()


def test_the_laptop_says_received_only_after_the_receipt(stage, desks):
    a_locked_visit(desks.north, photos=[a_photo(1)])
    screen = at_stick(stage, desks.north, desks.stick)
    pending = screen.handing_over.pending.lines
    assert (pending[0].tone, pending[0].words) == (Tone.WARN, "有 1 次检查局里还没有收齐")
    press(stage, screen.handing_over.stick.send)
    assert screen.handing_over.pending.lines[0].tone is Tone.WARN
    desks.office.exchange.receive(desks.stick)
    press(stage, screen.handing_over.stick.look)
    press(stage, screen.handing_over.stick.receive)
    assert screen.handing_over.pending.lines[0].tone is Tone.GOOD


def test_what_is_missing_is_named_photo_by_photo(stage, desks):
    a_locked_visit(desks.north, photos=[a_photo(1)])
    desks.bring(desks.north)
    visit = a_locked_visit(desks.north, photos=[a_photo(2), a_photo(3)])
    screen = stage.show(ExchangeScreen, desks.north, "pending")
    page = screen.whereabouts
    assert screen.tabs.currentIndex() == WHEREABOUTS
    assert [row.id for row in page.model.rows] == [visit]
    named = [(line.words, line.below) for line in page.detail.lines.lines]
    assert named == [
        ("记录：仅在本机", ""),
        ("IMG_1.jpg", "仅在本机"),
        ("IMG_2.jpg", "仅在本机"),
    ]
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    stage.settle()
    assert len(page.model.rows) == 2
    assert page.model.index(1, 3).data() == "局里已收到"
    page.table.opened.emit(visit)
    assert stage.went == [("inspections", visit)]


def test_a_laptop_does_not_count_as_its_own_what_others_wrote(stage, desks):
    a_locked_visit(desks.south, photos=[a_photo(1)])
    desks.bring(desks.south)
    desks.share(desks.north)
    screen = stage.show(ExchangeScreen, desks.north, "pending")
    assert not screen.whereabouts.model.rows
    assert screen.whereabouts.stack.currentIndex() == 1
    screen.whereabouts.which.setCurrentIndex(1)
    screen.whereabouts.which.activated.emit(1)
    stage.settle()
    assert screen.whereabouts.model.index(0, 3).data() == "其他电脑"


def test_a_bundle_that_waits_says_which_one_it_needs(stage, desks):
    a_party(desks.north)
    first = desks.north.exchange.export(desks.stick)
    reach.learn(desks.north.store, desks.office.device, (9, 9), reach.held(desks.north.store))
    a_party(desks.north, "黄水百货二店")
    desks.north.exchange.export(desks.stick)
    first.path.rename(first.path.with_suffix(".away"))
    screen = at_stick(stage, desks.office, desks.stick)
    press(stage, screen.handing_over.stick.receive)
    (waiting,) = screen.handing_over.attention.lines
    assert "在等更早的数据包" in waiting.words
    assert "north到第" in waiting.below
    first.path.with_suffix(".away").rename(first.path)
    press(stage, screen.handing_over.stick.look)
    press(stage, screen.handing_over.stick.receive)
    assert screen.handing_over.attention.lines == ()


def test_a_fork_is_an_incident_that_stays_in_sight(stage, desks, tmp_path):
    desks.north.close()
    shutil.copytree(desks.north.places.root, tmp_path / "clone")
    desks.north = opened(desks.north.places.root)
    with opened(tmp_path / "clone") as clone:
        a_party(desks.north, "在原机上写的")
        desks.office.exchange.receive(desks.north.exchange.export(tmp_path / "stick-1").path)
        a_party(clone, "在克隆机上写的")
        clone.exchange.export(desks.stick)
    screen = at_stick(stage, desks.office, desks.stick)
    press(stage, screen.handing_over.stick.receive)
    assert (Tone.BAD, True) in [(tone, "异常事件：“north”" in words) for tone, words in done(screen)]
    (fork,) = screen.handing_over.attention.lines
    assert (fork.tone, "异常事件：“north”" in fork.words) == (Tone.BAD, True)
    assert "两支都已保留" in fork.below


def test_a_damaged_bundle_is_refused_with_its_reason(stage, desks):
    a_party(desks.north)
    path = desks.north.exchange.export(desks.stick).path
    content = bytearray(path.read_bytes())
    content[-5] ^= 1
    path.write_bytes(content)
    screen = at_stick(stage, desks.office, desks.stick)
    press(stage, screen.handing_over.stick.receive)
    assert (Tone.BAD, True) in [(tone, "不完整或有损坏" in words) for tone, words in done(screen)]


def test_a_folder_that_is_not_there_is_told_in_its_place(stage, desks):
    screen = at_stick(stage, desks.north, desks.stick / "nowhere")
    (line,) = screen.handing_over.stick.content.lines
    assert (line.tone, "读不到" in line.words) == (Tone.BAD, True)
    assert not screen.handing_over.stick.send.isEnabled()


@pytest.fixture
def stranger(tmp_path, stage):
    """A laptop that belongs to no office."""
    setup = Setup(Role.LAPTOP, "新桥所一号机", "石柱土家族自治县市场监督管理局", "新桥市场监管所")
    laptop = Workspace.create(tmp_path / "new", setup, PASSPHRASE)
    name, pin = next(iter(PINS.items()))
    officer, _ = laptop.officers.add(name, "50024009", pin)
    laptop.officers.sign_in(officer, pin)
    yield laptop
    stage.tasks.rest()
    laptop.close()


def _compare(stage, screen, button):
    press(stage, button)
    dialog = screen.handing_over.enrolling.dialog
    assert isinstance(dialog, CompareDialog)
    return dialog


def _action(lines):
    from ui.widgets.button import Button

    (button,) = lines.findChildren(Button)
    return button


def test_a_laptop_joins_when_both_sides_compared_the_fingerprints(stage, desks, stranger):
    laptop = at_stick(stage, stranger, desks.stick)
    assert not laptop.handing_over.joining.isHidden()
    assert not laptop.handing_over.stick.send.isEnabled()
    press(stage, laptop.handing_over.joining.request)

    office = at_stick(stage, desks.office, desks.stick)
    dialog = _compare(stage, office, _action(office.handing_over.stick.content))
    assert dialog.fingerprint.text() == stranger.exchange.fingerprint.upper()
    assert not dialog.confirm.isEnabled()
    dialog.same.setChecked(True)
    press(stage, dialog.confirm)
    assert stranger.device in {device.id for device in desks.office.exchange.devices()}
    assert stage.wrote[-1].touches("device", stranger.device)

    stage.screen = laptop
    press(stage, laptop.handing_over.stick.look)
    dialog = _compare(stage, laptop, _action(laptop.handing_over.stick.content))
    assert dialog.fingerprint.text() == desks.office.exchange.fingerprint.upper()
    dialog.same.setChecked(True)
    press(stage, dialog.confirm)
    assert stranger.office is not None
    assert laptop.handing_over.joining.isHidden()
    assert laptop.handing_over.stick.send.isEnabled()


def test_nobody_joins_when_the_comparison_is_called_off(stage, desks, stranger):
    stranger.exchange.request(desks.stick)
    office = at_stick(stage, desks.office, desks.stick)
    dialog = _compare(stage, office, _action(office.handing_over.stick.content))
    press(stage, dialog.cancel)
    assert stranger.device not in {device.id for device in desks.office.exchange.devices()}


def test_a_lost_laptop_is_revoked_after_a_question(stage, desks):
    screen = stage.show(ExchangeScreen, desks.office)
    screen.tabs.setCurrentIndex(LAPTOPS)
    from ui.dialogs.dialog import Dialog
    from ui.widgets.button import Button

    revoke = next(b for b in screen.laptops.findChildren(Button) if "north" in b.accessibleName())
    press(stage, revoke)
    dialog = next(d for d in screen.window().findChildren(Dialog) if d.isVisible())
    press(stage, dialog.confirm)
    north = next(d for d in desks.office.exchange.devices() if d.id == desks.north.device)
    assert north.revoked
    a_party(desks.north)
    path = desks.north.exchange.export(desks.stick).path
    with pytest.raises(Trouble, match=Code.DEVICE_REVOKED.value):
        desks.office.exchange.receive(path)


@pytest.fixture
def forked(desks, tmp_path):
    """The office has both branches of a laptop that somebody copied."""
    desks.north.close()
    shutil.copytree(desks.north.places.root, tmp_path / "clone")
    desks.north = opened(desks.north.places.root)
    with opened(tmp_path / "clone") as clone:
        for number, desk in enumerate((desks.north, clone)):
            a_party(desk, f"第{number}台写的")
            desks.office.exchange.receive(desk.exchange.export(tmp_path / f"stick-{number}").path)


def test_the_office_puts_on_record_who_has_looked_at_a_fork(stage, desks, forked):
    screen = at_stick(stage, desks.office, desks.stick)
    (fork,) = screen.handing_over.attention.lines
    assert "两支分别止于：第" in fork.below
    fork.action.do()
    dialog = screen.handing_over.incidents.dialog
    stage.qtbot.waitUntil(dialog.isVisible)
    stage.qtbot.keyClick(dialog.who, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.who_row.problem
    write(dialog.who, "向科长")
    write(dialog.remark, "旧机已停用")
    stage.qtbot.keyClick(dialog.remark, Qt.Key.Key_Return)
    stage.settle()
    (incident,) = desks.office.incidents.list()
    assert (incident.is_open, incident.looked.who, incident.looked.remark) == (False, "向科长", "旧机已停用")
    (fork,) = screen.handing_over.attention.lines
    assert (fork.tone, fork.action) == (Tone.MUTED, None)
    assert "向科长已于" in fork.below
    assert "旧机已停用" in fork.below


def test_a_laptop_sees_a_fork_and_leaves_it_to_the_office(stage, desks, forked):
    desks.share(desks.south)
    screen = at_stick(stage, desks.south, desks.stick)
    (fork,) = screen.handing_over.attention.lines
    assert (fork.tone, fork.action) == (Tone.BAD, None)


def test_reading_stops_at_the_button_and_goes_on_the_next_time(stage, desks, monkeypatch):
    monkeypatch.setattr(taking_in, "BATCH_COMMITS", 3)
    visit = a_locked_visit(desks.north, photos=[a_photo(1)])
    desks.north.exchange.export(desks.stick)
    screen = at_stick(stage, desks.office, desks.stick)
    stick = screen.handing_over.stick
    reached, pressed = Event(), Event()
    receive = desks.office.exchange.receive

    def slowly(folder, report):
        def heard(done, total, what):
            report(done, total, what)
            if what == "exchange_journal" and not reached.is_set():
                reached.set()
                pressed.wait(20)

        return receive(folder, heard)

    monkeypatch.setattr(desks.office.exchange, "receive", slowly)
    monkeypatch.setattr(screen.handing_over, "_exchange", desks.office.exchange)
    stage.qtbot.mouseClick(stick.receive, Qt.MouseButton.LeftButton)
    stage.qtbot.waitUntil(reached.is_set, timeout=20_000)
    stage.qtbot.waitUntil(stick.progress.isVisible)
    stage.qtbot.mouseClick(stick.progress.stop, Qt.MouseButton.LeftButton)
    pressed.set()
    stage.settle()
    assert done(screen)[0][0] is Tone.WARN
    assert not list(desks.stick.glob("receipt-*"))
    assert desks.office.check(full=True).ok
    assert not desks.office.store.things.state(visit).locked
    press(stage, stick.receive)
    assert done(screen)[0][0] is Tone.GOOD
    assert desks.office.exchange.status(visit).complete
    assert desks.office.check(full=True).ok


def test_record_and_photo_say_where_they_are_at_each_step(stage, desks):
    a_locked_visit(desks.north, photos=[a_photo(1)])
    screen = stage.show(ExchangeScreen, desks.north, "pending")
    page = screen.whereabouts

    def said():
        page.which.setCurrentIndex(1)
        page.which.activated.emit(1)
        stage.settle()
        lines = page.detail.lines.lines
        return page.model.index(0, 3).data(), lines[0].words, lines[1].below

    assert said() == ("仅在本机", "记录：仅在本机", "仅在本机")
    desks.north.exchange.export(desks.stick)
    word = "已在U盘（已校验）"
    assert said() == (word, f"记录：{word}", word)
    desks.north.exchange.receive(desks.office.exchange.receive(desks.stick).receipts[0].path)
    assert said() == ("局里已收到", "记录：局里已收到", "局里已收到")
