"""A record says the same wherever it is read: what is printed and locked does not hang on the desk."""

import io

from PIL import Image
from pypdf import PdfReader

from inspector.evidence.intake import Arrival, Source
from inspector.workspace import Workspace
from tests.desk import a_signed_visit, a_visit, final, told
from tests.inspector.sync.circle import Desks, a_photo

PORTRAIT = (30, 40)


def a_portrait() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", PORTRAIT, (40, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def sheets(desk: Workspace, visit: str) -> list[str]:
    pdf = desk.documents.preview(visit, "photo_pages")
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_office_reads_the_very_version_that_the_laptop_printed(desks: Desks) -> None:
    visit = a_signed_visit(desks.north, photos=[a_photo(), a_portrait(), b"neither"])
    desks.bring(desks.north)
    printed, read = desks.north.records.record(visit), desks.office.records.record(visit)
    assert read == printed
    assert (read.bureau, read.station) == (desks.north.desk.bureau, desks.north.desk.station)
    assert read.station != desks.office.desk.station
    assert desks.office.records.missing(visit) == desks.north.records.missing(visit) == ()


def test_another_laptop_prints_the_page_and_a_sheet_for_the_photo_that_it_has_not(desks: Desks) -> None:
    visit = a_visit(desks.north)
    desks.north.photos.add(visit, Arrival(a_portrait(), "IMG_1.jpg", Source.CLI))
    told(desks.north, visit)
    page = final(desks.north, visit)
    desks.bring(desks.north)
    desks.share(desks.south)
    assert desks.south.store.local.blobs() == ()
    assert desks.south.documents.preview(visit) == page
    (shown,), (sheet,) = sheets(desks.north, visit), sheets(desks.south, visit)
    assert "此文件在本页不能显示为图片。原始文件按存入时的原样保存" in sheet
    assert "不能显示" not in shown
    assert sheet.partition("页版本")[0] == shown.partition("页版本")[0]
