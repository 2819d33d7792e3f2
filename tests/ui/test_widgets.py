"""The parts of screens: each shows a value and tells one event."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from inspector.errors import Code, Defect, Problem, Trouble
from inspector.identifiers.judgement import Kind, Verdict
from tests.ui.hands import write
from ui.dialogs.dialog import Dialog
from ui.dialogs.officer import OfficerDialog
from ui.messages import Action, CrashPage, MessageBar, crash_report
from ui.preferences import Preferences
from ui.theme import Tone
from ui.widgets.chip import DeliveryChip, StageChip
from ui.widgets.date_field import parse
from ui.widgets.field_row import text_row
from ui.widgets.identifier_field import IdentifierField
from ui.widgets.link_list import LinkList, MissingLink
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.photo_strip import PhotoStrip, Thumbnail
from ui.widgets.picker import Choice, Picker
from ui.widgets.saved_tick import SavedTick
from ui.widgets.sign_in import OfficerLine, SignIn
from ui.widgets.toolbar import SearchField

GOOD_CODE = "91500240MA5U000119"


@pytest.fixture
def shown(qtbot):
    """Shows a widget in an active window."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


# identifiers


@pytest.fixture
def code(shown):
    return shown(IdentifierField(Kind.USCC, "统一社会信用代码"))


def test_a_right_number_is_praised_no_further_than_it_was_checked(code, qtbot):
    qtbot.keyClicks(code.line, GOOD_CODE)
    assert code.judgement.verdict is Verdict.VALID
    assert "不代表真实有效" in code.verdict.text()
    assert code.verdict.property("tone") == Tone.GOOD.value


def test_nobody_is_scolded_while_the_number_is_being_typed(code, qtbot):
    for character in GOOD_CODE[:17]:
        qtbot.keyClicks(code.line, character)
        assert code.verdict.property("tone") == Tone.MUTED.value, code.line.text()


def test_an_unfinished_number_is_complained_about_when_the_field_is_left(code, qtbot):
    qtbot.keyClicks(code.line, GOOD_CODE[:10])
    with qtbot.waitSignal(code.left):
        code.line.editingFinished.emit()
    assert code.verdict.property("tone") == Tone.WARN.value
    assert code.value == GOOD_CODE[:10]


def test_a_wrong_check_character_is_said_with_an_icon_and_a_sentence(code, qtbot):
    qtbot.keyClicks(code.line, GOOD_CODE[:17] + ("0" if GOOD_CODE[17] != "0" else "1"))
    assert "校验位" in code.verdict.text()
    assert code.verdict.property("tone") == Tone.BAD.value
    assert code.line.accessibleDescription()


def test_a_number_takes_its_normal_form_when_the_field_is_left(code, qtbot):
    qtbot.keyClicks(code.line, "9150 0240 ma5u 0001 19")
    code.line.editingFinished.emit()
    assert code.line.text() == GOOD_CODE


def test_the_verdict_goes_when_the_number_is_taken_away(code):
    code.show_value(GOOD_CODE)
    code.show_value("")
    assert code.verdict.text() == ""
    assert code.judgement is None


# the picker


SHOPS = (Choice("1", "康宁大药房", "南宾街道新开路12号"), Choice("2", "康健口罩批发部", "城北市场 B12"))


@pytest.fixture
def picker(shown, tasks):
    found = shown(
        Picker("当事人", tasks, lambda text: [s for s in SHOPS if text in ("kn", s.title)], can_add=True)
    )
    found.resize(500, 400)
    found.line.setFocus()
    return found


def test_a_party_is_picked_with_the_keyboard_alone(picker, qtbot):
    qtbot.keyClicks(picker.line, "kn")
    qtbot.waitUntil(lambda: picker.list.count() == 3)
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert chosen.args == ["2"]
    assert picker.line.text() == "康健口罩批发部"
    assert picker.list.isHidden()


def test_what_is_not_there_can_be_added(picker, qtbot):
    write(picker.line, "新店")
    qtbot.waitUntil(picker.list.isVisible)
    with qtbot.waitSignal(picker.add_asked) as asked:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert asked.args == ["新店"]


def test_an_older_answer_is_dropped_when_the_question_has_changed(picker, qtbot):
    picker.line.setText("later")
    picker._found("kn", SHOPS)
    assert picker.list.count() == 0


def test_the_list_closes_when_escape_is_pressed(picker, qtbot):
    qtbot.keyClicks(picker.line, "kn")
    qtbot.waitUntil(picker.list.isVisible)
    qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    assert picker.list.isHidden()


# photos


def test_files_are_given_on_as_they_are_when_they_are_dropped(shown, qtbot, tmp_path):
    strip = shown(PhotoStrip("照片", Preferences()))
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "IMG_1.jpg")), QUrl("https://example.org/a.jpg")])
    with qtbot.waitSignal(strip.files_given) as files:
        strip.take(given)
    assert files.args == [[tmp_path / "IMG_1.jpg"]]


def test_a_bare_picture_is_given_on_as_png_when_it_is_pasted(shown, qtbot):
    strip = shown(PhotoStrip("照片", Preferences()))
    given = QMimeData()
    given.setImageData(QImage(4, 3, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(strip.picture_given) as picture:
        strip.take(given)
    assert picture.args[0].startswith(b"\x89PNG")


def test_a_photo_without_a_preview_is_shown_all_the_same(shown):
    strip = shown(PhotoStrip("照片", Preferences()))
    strip.show_photos([Thumbnail("a", "标签", b"not a picture"), Thumbnail("b", "执照")])
    assert [strip.list.item(n).toolTip() for n in range(2)] == ["标签", "执照"]
    assert not strip.list.item(0).icon().isNull()


# small parts


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-06-30", date(2027, 6, 30)),
        ("2027.6.3", date(2027, 6, 3)),
        ("20270630", date(2027, 6, 30)),
        ("2027年6月30日", date(2027, 6, 30)),
        (" 2027/06/30 ", date(2027, 6, 30)),
        ("2027-02-30", None),
        ("202706", None),
        ("2027", None),
        ("明年", None),
    ],
)
def test_a_date_is_read_as_people_write_it(typed, day):
    assert parse(typed) == day


def test_a_complaint_goes_when_the_text_changes(shown, qtbot):
    row, line = text_row("局名", "与文书抬头一致")
    shown(row)
    row.complain("此处必填。")
    assert row.problem == line.accessibleDescription() == "此处必填。"
    write(line, "石")
    assert row.problem == ""


def test_missing_things_are_links_and_their_absence_is_said(shown, qtbot):
    missing = shown(LinkList("法定要素齐全"))
    missing.show_links([MissingLink("缺少第二名执法人员", "officers"), MissingLink("未告知权利", "rights")])
    links = missing.findChildren(type(missing._column.itemAt(0).widget()))
    with qtbot.waitSignal(missing.followed) as followed:
        links[-1].click()
    assert followed.args == ["rights"]
    missing.show_links([])
    assert "法定要素齐全" in [
        label.text() for label in missing.findChildren(object) if hasattr(label, "text")
    ]


def test_the_search_asks_once_when_the_person_pauses(shown, qtbot):
    field, asked = shown(SearchField("查找")), []
    field.asked.connect(asked.append)
    write(field, "口罩")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["口罩"]


def test_chips_say_in_words_how_far_things_are(qtbot):
    stage, delivery = StageChip(), DeliveryChip()
    qtbot.addWidget(stage)
    qtbot.addWidget(delivery)
    stage.show_stage("locked")
    delivery.show_state("received")
    assert (stage.text(), delivery.text()) == ("锁定归档", "局里已收到")


def test_the_tick_says_when_it_was_saved(qtbot):
    tick = SavedTick()
    qtbot.addWidget(tick)
    tick.show_saved(datetime(2026, 3, 1, 9, 8, 7, tzinfo=UTC))
    assert tick.words.text() == "已保存 09:08:07"


def test_arrows_choose_the_officer_while_the_cursor_stays_in_the_pin(shown, qtbot):
    sign_in = shown(SignIn())
    sign_in.show_officers([OfficerLine("a", "谭𬭎"), OfficerLine("b", "马晓棠")], "a")
    qtbot.waitUntil(sign_in.pin.hasFocus)
    qtbot.keyClick(sign_in.pin, Qt.Key.Key_Down)
    qtbot.keyClicks(sign_in.pin, "246801")
    with qtbot.waitSignal(sign_in.asked) as asked:
        qtbot.keyClick(sign_in.pin, Qt.Key.Key_Return)
    assert asked.args == ["b", "246801"]


def test_nothing_is_asked_twice_when_enter_is_pressed_twice(shown, qtbot):
    sign_in, asked = shown(SignIn()), []
    sign_in.asked.connect(lambda *said: asked.append(said))
    sign_in.show_officers([OfficerLine("a", "谭𬭎")], "a")
    qtbot.keyClicks(sign_in.pin, "135790")
    qtbot.keyClick(sign_in.pin, Qt.Key.Key_Return)
    qtbot.keyClick(sign_in.pin, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_a_dialog_grows_when_a_complaint_takes_several_lines(shown, qtbot):
    dialog = shown(OfficerDialog(None, wants_pin=True))
    before = dialog.height()
    dialog.pin_row.complain("太短。" * 60)
    qtbot.waitUntil(lambda: dialog.height() > before)
    line = dialog.pin_row._line
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))


class Restlessness(QObject):
    """Counts how often a widget calls itself to come back later, and ends it where there would be no end."""

    MOST = 50

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.number = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.MetaCall:
            return False
        self.number += 1
        return self.number > self.MOST


def test_the_preview_comes_to_rest_when_a_page_just_fits(shown, qtbot):
    page = QBuffer()
    page.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(page)
    QPainter(writer).end()
    preview = shown(PdfPreview("预览"))
    preview.show_pdf(page.data().data())
    calls, restless = Restlessness(preview.view), []
    for height in range(480, 760, 6):
        calls.number = 0
        preview.resize(400, height)
        for _ in range(8):
            QApplication.processEvents()
        if calls.number > Restlessness.MOST:
            restless.append(height)
    assert not restless


def test_a_dialog_scrolls_when_the_screen_is_lower_than_what_it_holds(shown, qtbot):
    dialog = Dialog("标题", "好")
    for number in range(40):
        dialog.column.addWidget(QLabel(str(number)))
    shown(dialog)
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.confirm.geometry().bottom() < dialog.height()


def test_a_dialog_that_grows_stays_on_the_screen(shown, qtbot):
    dialog = shown(OfficerDialog(None, wants_pin=True))
    bottom = dialog.screen().availableGeometry().bottom()
    dialog.move(0, bottom - dialog.height())
    dialog.pin_row.complain("太短。" * 60)
    line = dialog.pin_row._line
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))
    assert dialog.frameGeometry().bottom() <= bottom


def test_a_dialog_is_gone_when_it_is_closed(shown, qtbot):
    dialog = shown(Dialog("标题", "好"))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


# messages


@pytest.fixture
def bar(shown):
    return shown(MessageBar())


def test_trouble_stays_with_its_details_folded(bar, qtbot):
    bar.trouble(
        Trouble(Code.WORKSPACE_MISSING, path="/U盘", problems=(Problem("pin_wrong"), Problem("pin_weak")))
    )
    assert "/U盘" in bar.sentence.text()
    assert bar.details.isHidden()
    bar._more.click()
    assert bar.details.text().count("· ") == 2
    assert not bar._clock.isActive()


def test_good_news_goes_by_itself(bar):
    bar.good("已添加执法人员。")
    assert bar._clock.isActive()
    bar._clock.timeout.emit()
    assert bar.isHidden()


def test_a_message_can_lead_on(bar):
    done = []
    bar.note("请设置 PIN。", Action("去设置", lambda: done.append(1)))
    bar.action.click()
    assert done == [1]
    assert bar.isHidden()


def test_our_own_mistake_gives_a_report_that_can_be_copied(shown, qapp):
    try:
        raise Defect("a broken assumption")
    except Defect as error:
        page = shown(CrashPage(crash_report(type(error), error, error.__traceback__)))
    page.copy.click()
    copied = qapp.clipboard().text()
    assert "a broken assumption" in copied
    assert "test_our_own_mistake" in copied


def test_a_line_of_text_has_the_name_of_its_label(qtbot):
    row, line = text_row("本机名称")
    qtbot.addWidget(row)
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "本机名称"
