"""Records to print, drawn photos, and a reader of what was printed."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ContentStream

from inspector.checklist import Mark
from inspector.inspection.record import (
    Attendance,
    Dialogue,
    Form,
    Record,
    RecordGoods,
    RecordItem,
    RecordOfficer,
    RecordParty,
    RecordPhoto,
    RecordWitness,
)
from inspector.printing import Pictures, document, document_of

CLEAN = Record(
    id="01930d2e5b7c7000800000000000aaaa",
    form=Form.INSPECTION_RECORD,
    demo=False,
    bureau="石柱土家族自治县市场监督管理局",
    station="南宾市场监督管理所",
    number="",
    subject="知识产权行政保护专项行动日常检查",
    started_at="2026-11-22T09:05+08:00",
    ended_at="2026-11-22T09:40+08:00",
    place="石柱县南宾街道新开路农贸市场A区12号摊位",
    officers=(
        RecordOfficer("o1", "马建国", "50024000117"),
        RecordOfficer("o2", "谭晓𬭎", "50024000123"),
    ),
    party=RecordParty(
        name="石柱县䶮记百货经营部",
        licence_kind="营业执照",
        uscc="92500240MA5U0XXX1L",
        address="重庆市石柱县南宾街道新开路18号",
        representative="阿依古丽·买买提",
        id_number="50024019860101001X",
        phone="13900000000",
        other_contact="",
    ),
    person_present="冉㛃，经营者之妻，在店内负责销售",
    attendance=Attendance.PRESENT,
    attendance_note="",
    video="",
    notified="检查前已当面通知当事人到场，当事人在场。",
    dialogues=(
        Dialogue(
            "我们是石柱土家族自治县市场监督管理局的执法人员马建国、谭晓𬭎，执法证号分别为50024000117、50024000123，"
            "现在向你出示执法证件。请你确认是否看清。"
        ),
        Dialogue(
            "今天我们依法就知识产权保护情况进行现场检查。你有权陈述和申辩，认为检查人员与本次检查有直接利害关系的，"
            "有权申请回避；你也有义务如实说明情况、协助检查。请说明你是否申请回避。"
        ),
    ),
    site_facts="店内在售一次性使用医用口罩3种，外包装标识与注册证载明内容一致，现场出示了进货凭证。",
    measure_notice="",
    statement="",
    closing=Dialogue("以上记录请你核对，或者由我们读给你听。如果与现场情况一致，请你写明意见并签名。"),
    witness=None,
    suspended="",
    checklist_id="masks",
    checklist_title="商店口罩检查表",
    checklist_version="2026-11",
    items=tuple(
        RecordItem(
            str(n),
            "基本情况",
            text,
            Mark.NOT_APPLICABLE if n == 12 else Mark.UNCHECKED if n == 17 else Mark.CLEAR,
        )
        for n, text in enumerate(
            (
                "营业执照在醒目位置悬挂，名称、地址与现场一致",
                "所售医疗器械有经营备案或者许可",
                "口罩包装标明生产企业名称、地址",
                "产品注册证号或者备案号齐全",
                "执行标准与产品类别相符",
                "生产日期与批号清晰",
                "合格证明齐全",
                "进货查验记录与凭证齐全",
                "商标标注与注册证一致",
                "未见冒用他人企业名称、地址",
                "专利标识与专利证书一致",
                "儿童口罩标明适用年龄",
                "价格标示与结算一致",
                "广告用语无虚假内容",
                "仓储条件符合标签要求",
                "无过期产品在售",
                "网上店铺公示执照信息",
                "供货方资质留存",
                "退换货渠道明示",
                "上次检查指出的事项已处理",
            ),
            1,
        )
    ),
    goods=(),
    photos=(),
)

GOODS = (
    RecordGoods(
        "一次性使用医用口罩",
        "飘安",
        "G3029481",
        "20260912-03",
        "120",
        "盒",
        "18.50",
        "朝天门批发市场，个人送货，未提供单据",
    ),
    RecordGoods("颗粒物防护口罩 KN95", "3M", "第5482971号", "B2608117", "45", "盒", "32.00", ""),
    RecordGoods("儿童平面口罩", "", "", "2026/07/15", "200", "包", "6.00", "网上购入"),
)


def a_photo(number: int) -> RecordPhoto:
    return RecordPhoto(
        sha256=f"{number:02x}" * 32,
        sm3=f"{255 - number:02x}" * 32,
        caption=f"货架第{number}层在售口罩的外包装正面，可见商标和批号",
        taken_at="2026-11-22T09:07:41+08:00",
        taken_claim="exif",
        original_name=f"IMG_20261122_09170{number}.jpg",
        size_bytes=3_000_000,
        media="jpeg",
    )


SUSPECT = replace(
    CLEAN,
    form=Form.ONSITE_RECORD,
    goods=GOODS,
    photos=tuple(a_photo(n) for n in range(1, 7)),
    site_facts="店内东侧第二排货架陈列标注“飘安”商标的一次性使用医用口罩120盒，批号20260912-03，包装背面标注注册证编号豫械注准20162640123。"
    "当事人现场未能出示该批口罩的进货凭证和商标使用许可文件。\n"
    "另有标注“3M”商标的颗粒物防护口罩45盒，包装印刷字迹边缘模糊，封口处无防伪标签，当事人陈述购自流动供货人员。\n"
    "执法人员对上述商品逐一清点、拍照，全程录音录像。",
)


@cache
def drawn(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def pictures_of(record: Record) -> Callable[[str], bytes]:
    """Landscape and portrait in turn."""
    shapes = {p.sha256: (1200, 1600) if n % 2 else (1600, 1200) for n, p in enumerate(record.photos)}
    return lambda sha256: drawn(*shapes[sha256])


@dataclass(frozen=True)
class Print:
    """What a reader finds in the file; texts are without spaces and line ends."""

    content: bytes
    digest: str

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[str]:
        return ["".join(page.extract_text().split()) for page in self.reader.pages]

    @property
    def furniture(self) -> list[str]:
        """What each page says outside its text; the version digest comes last."""
        return [page.partition(self.digest)[0] for page in self.pages]

    @property
    def body(self) -> str:
        """The text of all pages in one, without what every page says."""
        return "".join(page.partition(self.digest)[2] for page in self.pages)

    def picture_boxes(self, page: int) -> list[tuple[float, float, float, float]]:
        """Left, bottom, width and height of each picture on a page, in millimetres."""
        boxes, matrix = [], (0.0,) * 6
        for operands, operator in ContentStream(
            self.reader.pages[page].get_contents(), self.reader
        ).operations:
            if operator == b"cm":
                matrix = tuple(float(number) * 25.4 / 72 for number in operands)
            elif operator == b"Do":
                width, _, _, height, left, bottom = matrix
                boxes.append((left, bottom, width, height))
        return boxes


@pytest.fixture
def clean() -> Record:
    return CLEAN


@pytest.fixture
def suspect() -> Record:
    return SUSPECT


@pytest.fixture
def witness() -> RecordWitness:
    return RecordWitness("秦𬍛", "13800000001", "南宾街道新开路社区居民委员会")


@pytest.fixture
def pictures() -> Callable[[Record], Callable[[str], bytes]]:
    return pictures_of


@pytest.fixture
def shaped() -> Callable[[int, int], Callable[[str], bytes]]:
    """Pictures that all have one shape."""
    return lambda width, height: lambda sha256: drawn(width, height)


@pytest.fixture
def print_of() -> Callable[..., Print]:
    def printed(
        record: Record,
        pages: tuple[int, ...] = (),
        document_id: str = "",
        pictures: Pictures | None = None,
    ) -> Print:
        digest = record.version_digest
        chosen = document(document_id) if document_id else document_of(record)
        return Print(chosen.printed(record, digest, pictures or pictures_of(record), pages), digest[:16])

    return printed
