"""检查记录: one page for a clean visit."""

from dataclasses import replace

import pytest


def test_a_clean_visit_of_twenty_items_is_one_page(clean, suspect, print_of):
    assert len(clean.items) == 20
    assert len(print_of(clean).pages) == 1
    assert len(print_of(replace(clean, demo=True, photos=suspect.photos[:1])).pages) == 1


def test_items_are_counted_and_listed_by_what_was_found(clean, print_of):
    found = print_of(clean).body
    assert "商店口罩检查表（版本2026-11）。共20项：未发现问题18，发现疑点0，不适用1，未检查1。" in found
    assert (
        "未发现问题：1营业执照在醒目位置悬挂，名称、地址与现场一致；2所售医疗器械有经营备案或者许可；3"
        in found
    )
    assert "不适用：12儿童口罩标明适用年龄。未检查：17网上店铺公示执照信息。现场情况：" in found
    assert "发现疑点：" not in found


def test_facts_and_notes_stand_behind_their_item_and_its_product_before_it(clean, print_of):
    third, fourth, fifth = clean.items[2:5]
    items = (
        *clean.items[:2],
        replace(third, card="飘安"),
        replace(fourth, card="飘安", value="豫械注准20162640123", note="包装背面"),
        replace(fifth, card="3M"),
    )
    found = print_of(replace(clean, items=items)).body
    assert (
        "2所售医疗器械有经营备案或者许可；【飘安】3口罩包装标明生产企业名称、地址；"
        "4产品注册证号或者备案号齐全（豫械注准20162640123，包装背面）；【3M】5执行标准与产品类别相符。"
    ) in found


def test_a_second_page_follows_when_texts_are_long(clean, print_of):
    facts = "".join(f"第{n}组货架陈列整齐。" for n in range(150))
    printed = print_of(replace(clean, site_facts=facts))
    assert len(printed.pages) > 1
    assert facts in printed.body


def test_photos_are_named_by_their_digests_and_not_printed(clean, suspect, print_of):
    printed = print_of(replace(clean, photos=suspect.photos[:2]))
    assert "照片：共2张，未随本页打印。原始文件SHA-256前8位：01010101、02020202。" in printed.body
    assert printed.picture_boxes(0) == []


def test_an_item_with_an_unknown_mark_is_never_left_out(clean, print_of):
    with pytest.raises(KeyError):
        print_of(replace(clean, items=(replace(clean.items[0], mark="perhaps"),)))


def test_what_is_only_written_down_is_not_counted_among_the_checked(clean, print_of):
    batch = replace(clean.items[0], id="batch", text="批号", mark="", value="20250301")
    found = print_of(replace(clean, items=(batch, *clean.items))).body
    assert f"共{len(clean.items)}项" in found
    assert "1" + "".join(clean.items[0].text.split()) in found
