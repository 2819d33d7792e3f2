"""What is printed of a visit: one page when nothing was found, and a sheet for every photo whatever its file is."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from inspector.clock import SetClock
from inspector.crypto.wrapping import FLOOR
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from inspector.workspace import Role, Setup, Workspace
from tests.builders import NOON
from tests.desk import PASSPHRASE, PINS, a_visit, final, marked, told

NAME = "石柱土家族自治县" + "康宁大药房连锁有限责任公司" * 4
SHOP = {
    "person_in_charge": "向某某，经营者本人",
    "purchase_check": "重庆某某医疗器械有限公司，随货单号20260401",
    "stock": "货架12处，库房1间",
    "source": "重庆某某医疗器械有限公司",
}
PRODUCTS = (
    {
        "kind": "surgical", "product_name": "医用外科口罩", "brand": "稳健", "registration": "豫械注准20202140123",
        "standard": "YY0469-2011", "batch": "2026031201", "production_date": "2026-03-12",
        "expiry_date": "2028-03-11", "sterile": "sterile", "udi": "(01)06901234567892(10)2026031201",
        "patent": "ZL201930123456.7", "vouchers": "重庆某某医疗器械有限公司，随货单号20260401", "quantity": "120",
        "unit": "盒", "unit_price": "18.50", "purchase_price": "11.20",
    },
    {
        "kind": "particulate", "product_name": "颗粒物防护口罩", "brand": "朝美", "standard": "GB2626-2019",
        "batch": "B2608117", "production_date": "2026-02-02", "expiry_date": "2029-02-01", "filter_class": "KN95",
        "patent": "ZL202030123456.5", "vouchers": "重庆某某劳保用品有限公司，随货单号20260315", "quantity": "45",
        "unit": "盒", "unit_price": "32.00", "purchase_price": "21.00",
    },
)  # fmt: skip


@pytest.fixture
def laptop(home: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A laptop of the demonstration with two officers."""
    setup = Setup(Role.LAPTOP, "一号机", "石柱土家族自治县市场监督管理局", "南宾市场监管所", demo=True)
    clock = SetClock(NOON, step_s=1)
    with Workspace.create(tmp_path / "laptop", setup, PASSPHRASE, clock=clock, cost=FLOOR) as workspace:
        officers = [workspace.officers.add(name, "50024001", pin)[0] for name, pin in PINS.items()]
        workspace.officers.sign_in(officers[0], next(iter(PINS.values())))
        yield workspace


def a_full_visit(laptop: Workspace) -> str:
    """Two product cards with all facts, every item clear, and a party with a long name."""
    party, _ = laptop.registry.add(
        Party(
            name=NAME,
            licence_kind="营业执照",
            uscc="91500240MA5U000119",
            address="重庆市石柱土家族自治县南宾街道新开路12号附3号",
            representative="向某某",
            id_number="500240198601010012",
            phone="13800004321",
            other_contact="微信同号",
        )
    )
    visit = a_visit(laptop, party)
    laptop.answering.add_card(visit, "product")
    cards = [card.id.rpartition("/")[2] for card in laptop.inspections.read(visit).cards]
    for name, fact in SHOP.items():
        laptop.answering.answer(visit, name, fact=fact)
    for card, facts in zip(cards, PRODUCTS, strict=True):
        for name, fact in facts.items():
            laptop.answering.answer(visit, f"{card}/{name}", fact=fact)
    marked(laptop, visit)
    told(laptop, visit)
    return visit


def pages(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def shown(laptop: Workspace, name: str, fact: str) -> str:
    """The fact as a person reads it, without spaces, as `pages` has its text."""
    template = laptop.checklists.newest("mask_shop")
    item = next(item for item in template.items if item.name == name)
    return "".join(template.shown(item, fact, "zh_CN").split())


def photographed(laptop: Workspace, *contents: bytes) -> str:
    """A final visit with those photos."""
    visit = a_visit(laptop)
    for number, content in enumerate(contents, 1):
        laptop.photos.add(visit, Arrival(content, f"IMG_{number}.HEIC", Source.CLI))
    told(laptop, visit)
    laptop.records.finalise(visit)
    return visit


def a_picture(shade: int = 0) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((320, 240)).point(lambda p: p ^ shade).save(out, "JPEG")
    return out.getvalue()


def test_a_clean_visit_of_two_products_with_all_facts_is_one_page(laptop: Workspace) -> None:
    visit = a_full_visit(laptop)
    for number in range(3):
        laptop.photos.add(visit, Arrival(a_picture(number), f"{number}.jpg", Source.CLI))
    assert len(NAME) == 60
    (page,) = pages(final(laptop, visit))
    assert page.startswith("演示")
    assert f"当事人：{NAME}" in page
    assert "共24项：未发现问题24项。现场情况：核对营业执照与实际的经营者" in page
    written = [(name, fact) for facts in (SHOP, *PRODUCTS) for name, fact in facts.items()]
    assert [(name, fact) for name, fact in written if shown(laptop, name, fact) not in page] == []
    assert "以下空白" in page


@pytest.mark.parametrize(
    "content", [b"\x00\x00\x00\x18ftypheic" + b"\x07" * 3000, a_picture()[:2000], b"neither"]
)
def test_a_record_is_printed_when_one_photo_cannot_be_decoded(laptop: Workspace, content: bytes) -> None:
    visit = photographed(laptop, a_picture(), content)
    assert pages(laptop.documents.printed(visit))
    first, second = pages(laptop.documents.preview(visit, "photo_pages"))
    assert "不能显示" not in first
    assert "此文件在本页不能显示为图片。" in second
    assert f"IMG_2.HEIC文件大小和类型：{len(content):,}字节" in second


def test_a_sheet_stands_for_a_photo_that_is_not_on_this_desk(laptop: Workspace) -> None:
    visit = photographed(laptop, a_picture())
    (photo,) = laptop.records.record(visit).photos
    digest = laptop.records.record(visit).version_digest
    lost = laptop.store.local.blob(photo.sha256)
    assert lost is not None
    laptop.vault.path_of(lost.cipher).unlink()
    (page,) = pages(laptop.documents.preview(visit, "photo_pages"))
    assert "此文件在本页不能显示为图片。" in page
    assert f"版本{digest[:16]}" in page


def test_a_damaged_photo_is_told_and_not_printed_over(laptop: Workspace) -> None:
    visit = photographed(laptop, a_picture())
    (photo,) = laptop.records.record(visit).photos
    stored = laptop.store.local.blob(photo.sha256)
    assert stored is not None
    path = laptop.vault.path_of(stored.cipher)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(Trouble) as trouble:
        laptop.documents.preview(visit, "photo_pages")
    assert trouble.value.code is Code.BLOB_DAMAGED


def test_the_version_is_the_same_before_and_after_photos_are_developed(laptop: Workspace) -> None:
    visit = photographed(laptop, a_picture(), b"neither")
    before = laptop.records.record(visit).version_digest
    laptop.documents.printed(visit)
    for sha256 in laptop.photos.copies.undeveloped():
        laptop.photos.copies.develop(sha256)
    assert laptop.photos.copies.undeveloped() == ()
    assert laptop.records.record(visit).version_digest == before
