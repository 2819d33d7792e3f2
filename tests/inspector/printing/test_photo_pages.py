"""Photo pages: uncut, unmarked, at their width, with what is known of them."""

from dataclasses import replace

import pytest

from inspector.errors import Code, Trouble
from inspector.printing import document_of
from inspector.printing.pen import Jpeg


def with_photo(record, **changed):
    return replace(record, photos=(replace(record.photos[0], **changed),))


@pytest.mark.parametrize(("width", "height", "printed_mm"), [
    (1600, 1200, 153),
    (4000, 3001, 153),
    (1000, 1000, 153),
    (1200, 1600, 130),
])  # fmt: skip
def test_a_photo_is_as_wide_as_the_form_asks_and_keeps_its_shape(
    suspect, print_of, shaped, width, height, printed_mm
):
    printed = print_of(with_photo(suspect), pictures=shaped(width, height))
    (box,) = printed.picture_boxes(len(printed.pages) - 1)
    assert box[2] == pytest.approx(printed_mm, abs=0.01)
    assert box[3] == pytest.approx(printed_mm * height / width, abs=0.01)


@pytest.mark.parametrize("caption", ["外包装", "很长的说明，" * 300])
def test_a_photo_is_made_smaller_and_stays_whole_when_it_would_not_fit(suspect, print_of, shaped, caption):
    printed = print_of(with_photo(suspect, caption=caption), pictures=shaped(900, 2100))
    page = next(n for n in range(len(printed.pages)) if printed.picture_boxes(n))
    left, bottom, width, height = printed.picture_boxes(page)[0]
    assert height / width == pytest.approx(2100 / 900, rel=1e-4)
    assert width < 130
    assert left + width / 2 == pytest.approx(28 + 78, abs=0.01)
    assert bottom > 12 + 34
    assert bottom + height <= 297 - 20 + 0.01
    assert f"说明：{caption}拍摄时间" in printed.body


def test_each_photo_has_its_own_page_with_what_is_known_of_it(suspect, print_of):
    printed = print_of(suspect)
    first = len(printed.pages) - len(suspect.photos)
    for index, photo in enumerate(suspect.photos):
        page = printed.pages[first + index]
        assert len(printed.picture_boxes(first + index)) == 1
        assert (
            f"照片{index + 1}/6说明：{photo.caption}拍摄时间：2026年11月22日9时07分（照片文件所记，未经核对）"
            in page
        )
        assert (
            f"原始文件名：{photo.original_name}文件大小和类型：3,000,000字节，JPEG"
            f"原始文件SHA-256前16位：{photo.sha256[:16]}"
        ) in page
        assert photo.sha256[:17] not in page


@pytest.mark.parametrize(("taken_at", "printed"), [
    ("2026-11-22T09:07:41.250+08:00", "2026年11月22日9时07分"),
    ("2026-11-22T01:07:41+00:00", "2026年11月22日9时07分"),
    ("2026-11-22T23:59:59", "2026年11月22日23时59分"),
    ("0000:00:00", "0000:00:00"),
])  # fmt: skip
def test_the_time_is_written_as_people_write_it_on_the_clock_of_the_visit(
    suspect, print_of, taken_at, printed
):
    found = print_of(with_photo(suspect, taken_at=taken_at)).body
    assert f"拍摄时间：{printed}（照片文件所记，未经核对）原始" in found


def test_the_time_says_whose_claim_it_is(suspect, print_of):
    stored = print_of(with_photo(suspect, taken_claim="intake")).body
    assert "存入时间：2026年11月22日9时07分（照片文件中未读到拍摄时间）" in stored
    assert "拍摄时间：" not in stored
    assert "9时07分（来源未注明）" in print_of(with_photo(suspect, taken_claim="")).body
    assert "拍摄时间：原始文件名" in print_of(with_photo(suspect, taken_at="")).body


@pytest.mark.parametrize("shape", [(1600, 400), (1600, 1200), None])
def test_what_is_known_of_a_photo_stands_close_below_it(suspect, print_of, shaped, shape):
    printed = print_of(with_photo(suspect), pictures=shaped(*shape) if shape else lambda sha256: None)
    page = len(printed.pages) - 1
    places = {}
    printed.reader.pages[page].extract_text(
        visitor_text=lambda text, cm, tm, font, size: places.setdefault(text.strip(), tm[5] * 25.4 / 72)
    )
    caption = next(y for text, y in places.items() if text.startswith("照片"))
    (bottom,) = [box[1] for box in printed.picture_boxes(page)] or [297 - 20 - 4 * 7.5]
    assert bottom - 12 < caption < bottom


def test_the_picture_goes_in_byte_for_byte(suspect, print_of, pictures):
    record = with_photo(suspect)
    assert pictures(record)(record.photos[0].sha256) in print_of(record).content


def test_only_the_pictures_of_the_printed_pages_are_fetched(suspect, print_of, pictures):
    fetched = []

    def fetch(sha256: str) -> bytes:
        fetched.append(sha256)
        return pictures(suspect)(sha256)

    total = len(print_of(suspect).pages)
    document_of(suspect).printed(suspect, suspect.version_digest, fetch, pages=(1, total))
    assert fetched == [suspect.photos[-1].sha256]


def test_a_sheet_says_that_the_file_is_kept_when_it_cannot_be_shown(suspect, print_of, pictures):
    first, second = suspect.photos[:2]
    second = replace(second, media="heic", original_name="IMG_2.HEIC")
    record = replace(suspect, photos=(first, second))
    shown = pictures(suspect)
    printed = print_of(record, pictures=lambda sha256: shown(sha256) if sha256 == first.sha256 else None)
    sheet = len(printed.pages) - 1
    assert printed.picture_boxes(sheet) == []
    assert len(printed.picture_boxes(sheet - 1)) == 1
    assert (
        "此文件在本页不能显示为图片。原始文件按存入时的原样保存，以SHA-256核对。照片2/2"
        in printed.pages[sheet]
    )
    assert "IMG_2.HEIC文件大小和类型：3,000,000字节，HEIC原始文件SHA-256前16位：0202" in printed.pages[sheet]
    assert "不能显示" not in printed.pages[sheet - 1]


@pytest.mark.parametrize("caption", ["外包装", "很长的说明，" * 300])
def test_pages_are_the_same_whether_a_photo_is_at_hand_or_not(suspect, print_of, shaped, caption):
    record = with_photo(suspect, caption=caption)
    here = print_of(record, pictures=shaped(1600, 1200))
    absent = print_of(record, pictures=lambda sha256: None)
    assert absent.pages != here.pages
    assert absent.furniture == here.furniture


def test_a_file_of_no_known_kind_says_so(suspect, print_of):
    assert "字节，类型未识别原始文件" in print_of(with_photo(suspect, media="unknown")).body
    assert "文件大小和类型：类型未识别" in print_of(with_photo(suspect, media="", size_bytes=0)).body


def test_photo_pages_can_be_printed_alone(clean, suspect, print_of):
    printed = print_of(replace(clean, photos=suspect.photos[:3]), document_id="photo_pages")
    assert [page.partition("页版本")[0][-5:] for page in printed.pages] == [
        "第1页共3",
        "第2页共3",
        "第3页共3",
    ]
    assert "照片3/3" in printed.pages[2]


def test_no_empty_sheet_is_printed_when_there_is_no_photo(clean, print_of):
    with pytest.raises(Trouble) as trouble:
        print_of(clean, document_id="photo_pages")
    assert trouble.value.code is Code.NOTHING_TO_PRINT


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0"])
def test_what_is_no_jpeg_is_refused(content):
    with pytest.raises(ValueError, match="JPEG"):
        Jpeg(content)


def test_each_sheet_of_the_photo_pages_says_whose_and_of_which_record_it_is(clean, suspect, print_of):
    record = replace(clean, photos=suspect.photos)
    printed = print_of(record, document_id="photo_pages")
    assert len(printed.pages) == len(record.photos)
    for page in printed.pages:
        assert f"{record.bureau}照片页，附于2026年11月22日9时05分起的检查记录" in page
        assert "续页" not in page
