"""现场笔录: its fields, the room for the party's own words, and long texts."""

from dataclasses import replace

import pytest

from inspector.inspection.record import Attendance, Dialogue, RecordGoods
from inspector.printing.galley import Galley
from inspector.printing.slices import Rule, Words
from inspector.printing.template import template


def test_every_field_of_the_form_is_there(suspect, witness, print_of):
    record = replace(
        suspect,
        number="石市监现〔2026〕12号",
        witness=witness,
        attendance=Attendance.REFUSED,
        attendance_note="当事人拒绝签名。",
        video="执法记录仪 7 号",
        measure_notice="现场告知理由、依据。",
        statement="货是别人放这里的。",
        suspended="停电",
        supplements="01930d2e5b7c7000800000000000bbbb",
        closing=Dialogue("是否属实？", "属实。"),
    )
    found = print_of(record).body
    for text in (
        "石柱土家族自治县市场监督管理局现场笔录编号：石市监现〔2026〕12号",
        "时间：2026年11月22日9时05分至9时40分地点：石柱县南宾街道新开路农贸市场A区12号摊位",
        "检查人员：马建国执法证号：50024000117检查人员：谭晓𬭎执法证号：50024000123",
        "统一社会信用代码（注册号）：92500240MA5U0XXX1L",
        "在场人员及与当事人的关系：冉㛃，经营者之妻",
        "通知当事人到场情况：检查前已当面通知",
        "补充的笔录（标识）：01930d2e",
        "现场物品（共3项）：序号名称商标注册号批号数量单价（元）来源1一次性",
        "3儿童平面口罩2026/07/15200包6.00网上购入",
        "采取行政强制措施的当场告知：现场告知理由、依据。",
        "当事人的陈述和申辩：货是别人放这里的。",
        "当事人拒绝签名。音像记录：执法记录仪7号检查中止的原因：停电",
        "见证人：秦𬍛联系电话：13800000001见证人单位或者住址：南宾街道",
        "检查人员：是否属实？当事人：属实。（以下空白）",
    ):
        assert text in found


def test_nothing_stands_where_the_party_writes_by_hand_when_it_has_not_spoken(suspect, print_of):
    found = print_of(suspect).body
    assert "是否看清。当事人：检查人员：今天" in found
    assert "是否申请回避。当事人：现场情况：" in found
    assert "当事人的陈述和申辩：当事人在场情况：" in found
    assert "并签名。当事人：（以下空白）" in found


@pytest.mark.parametrize("reply", ["", " \n　", "\u200b"])
def test_ruled_room_is_left_when_there_is_no_reply(reply):
    galley = Galley(template("onsite_record"))
    galley.passage("reply", reply, lines=3)
    marks = [mark for piece in galley.slices for mark in piece.marks]
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["当事人："]
    assert len([mark for mark in marks if isinstance(mark, Rule)]) == 3
    assert all(piece.height > 22 for piece in galley.slices if not piece.gap)


def test_a_question_and_its_reply_stay_on_one_page_wherever_they_fall(suspect, print_of):
    for lines in range(10, 34):
        printed = print_of(replace(suspect, photos=(), goods=(), site_facts="货架。\n" * lines))
        for page in printed.pages:
            assert page.count("请你写明意见并签名。") == page.count("当事人：（以下空白）")


def test_no_room_is_left_to_add_to_what_the_party_said():
    galley = Galley(template("onsite_record"))
    galley.passage("reply", "不申请。", lines=3)
    assert [mark for piece in galley.slices for mark in piece.marks if isinstance(mark, Rule)] == []


def test_lines_that_do_not_apply_are_left_out(suspect, print_of):
    found = print_of(replace(suspect, photos=(), goods=())).body
    for label in ("见证人", "采取行政强制措施", "检查中止", "音像记录", "现场物品", "附照片", "补充的笔录"):
        assert label not in found


@pytest.mark.parametrize(("started", "ended", "printed"), [
    ("2026-11-22T23:50+08:00", "2026-11-23T00:05+08:00", "2026年11月22日23时50分至2026年11月23日0时05分"),
    ("", "", "年月日时分至年月日时分"),
    ("2026-03-05T09:00+08:00", "", "2026年3月5日9时00分至年月日时分"),
    ("上午", "", "上午至年月日时分"),
])  # fmt: skip
def test_the_time_is_written_out_with_blanks_for_what_is_not_known(
    suspect, print_of, started, ended, printed
):
    found = print_of(replace(suspect, photos=(), started_at=started, ended_at=ended)).body
    assert f"时间：{printed}地点" in found


def test_long_texts_flow_over_pages_when_they_are_long(suspect, print_of):
    facts = "".join(
        f"第{n}项：查见标注“飘安”商标的口罩{n * 7}盒，批号{20260000 + n}-{n:02}，未出示凭证。"
        for n in range(90)
    )
    assert len(facts) > 3000
    goods = tuple(
        RecordGoods(
            f"口罩𬭎{n}型",
            f"商标{n}",
            f"第{5000000 + n}号",
            f"B{n:05}",
            str(n),
            "盒",
            f"{n}.50",
            f"供货人{n}",
        )
        for n in range(1, 61)
    )
    printed = print_of(replace(suspect, photos=(), site_facts=facts, goods=goods, statement="我" * 2000))
    found = printed.body
    heading = "序号名称商标注册号批号数量单价（元）来源"
    assert f"现场情况：{facts}现场物品（共60项）：" in found
    assert "当事人的陈述和申辩：" + "我" * 2000 + "当事人在场情况" in found
    table = found[found.index(heading) : found.index("当事人的陈述")].replace(heading, "")
    expected = (
        f"{n}{g.name}{g.mark}{g.registration_number}{g.batch}{g.quantity}{g.unit}{g.unit_price}{g.source}"
        for n, g in enumerate(goods, 1)
    )
    assert table == "".join(expected)
    with_rows = [page for page in printed.pages if "供货人" in page]
    assert len(with_rows) > 1
    assert all(heading in page for page in with_rows)


def test_nothing_is_lost_when_one_goods_line_is_longer_than_a_page(suspect, print_of):
    source = "".join(f"供货{n}，" for n in range(600))
    printed = print_of(replace(suspect, photos=(), goods=(RecordGoods("", source=source),)))
    heading = "序号名称商标注册号批号数量单价（元）来源"
    assert source in printed.body.replace(heading, "")
    with_rows = [page for page in printed.pages if "供货1" in page or "供货4" in page]
    assert len(with_rows) > 2
    assert all(heading in page for page in with_rows)
