"""检查记录: one page for a clean visit."""

from dataclasses import replace

from inspector.checklist import Mark


def test_a_clean_visit_of_twenty_items_is_one_page(clean, suspect, print_of):
    assert len(clean.items) == 20
    assert len(print_of(clean).pages) == 1
    assert len(print_of(replace(clean, demo=True, photos=suspect.photos[:1])).pages) == 1


def test_items_are_counted_and_those_not_clear_are_named(clean, print_of):
    found = print_of(clean).body
    assert (
        "检查内容：商店口罩检查表（版本2026-11）。共20项：未发现问题18项，不适用1项，未检查1项。"
        "不适用：12儿童口罩标明适用年龄。未检查：17网上店铺公示执照信息。现场情况："
    ) in found
    assert clean.items[1].text not in found


def test_counts_alone_stand_there_when_too_many_were_not_checked(clean, print_of):
    items = tuple(replace(i, mark=Mark.UNCHECKED) for i in clean.items)
    assert "共20项：未检查20项。现场情况：" in print_of(replace(clean, items=items)).body


def test_items_of_one_product_stand_together_with_facts_and_notes_behind_them(clean, print_of):
    first, second, third, fourth = (replace(i, mark=Mark.NOT_APPLICABLE) for i in clean.items[:4])
    items = (
        replace(first, card="飘安"),
        replace(second, card="3M"),
        replace(third, card="飘安", text="核对专利标识：种类、号码", note="未标注"),
        replace(fourth, value="豫械注准20162640123", note="包装背面"),
        clean.items[4],
    )
    found = print_of(replace(clean, items=items)).body
    assert (
        "不适用：【飘安】1营业执照在醒目位置悬挂，名称、地址与现场一致；3核对专利标识（未标注）；"
        "【3M】2所售医疗器械有经营备案或者许可；4产品注册证号或者备案号齐全（豫械注准20162640123，包装背面）。"
    ) in found
    assert clean.items[4].text not in found


def test_a_second_page_follows_when_texts_are_long(clean, print_of):
    facts = "".join(f"第{n}组货架陈列整齐。" for n in range(150))
    printed = print_of(replace(clean, site_facts=facts))
    assert len(printed.pages) > 1
    assert facts in printed.body


def test_photos_are_named_by_their_digests_and_not_printed(clean, suspect, print_of):
    printed = print_of(replace(clean, photos=suspect.photos[:2]))
    assert "照片：共2张，未随本页打印。原始文件SHA-256前8位：01010101、02020202。" in printed.body
    assert printed.picture_boxes(0) == []


def test_what_is_only_written_down_is_not_counted_among_the_checked(clean, print_of):
    batch = replace(clean.items[0], id="batch", text="批号", mark=None, value="20250301")
    found = print_of(replace(clean, items=(batch, *clean.items))).body
    assert f"共{len(clean.items)}项" in found
    assert "12儿童口罩标明适用年龄" in found


def test_what_was_broken_off_and_what_is_supplemented_is_told_on_both_forms(clean, suspect, print_of):
    for record in (clean, suspect):
        told = replace(
            record, photos=(), suspended="突发停电", supplements="01930d2e5b7c7000800000000000bbbb"
        )
        found = print_of(told).body
        assert "检查中止的原因：突发停电" in found
        assert "补充的笔录（标识）：01930d2e5b7c7000800000000000bbbb" in found
