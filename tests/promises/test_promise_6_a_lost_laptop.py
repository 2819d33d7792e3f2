"""Promise 6. A lost laptop tells nothing: what was typed and photographed is found nowhere in its files."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from inspector.workspace import Workspace
from inspector.workspace.keys import KeyFile
from tests.desk import PASSPHRASE, a_laptop, a_visit, lines, marked

PLANTED = {
    "name": "石柱密语大药房",
    "representative": "𬭎某某",
    "id_number": "50024019991231002X",
    "phone": "13987650987",
    "address": "密语街道第七巷31号",
}
TYPED = "架上有密语口罩四十七盒 PLANTED-NOTE"


def a_jpeg() -> bytes:
    stored = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(
        stored, "JPEG", exif=b"Exif\0\0PLANTED-EXIF"
    )
    return stored.getvalue()


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    """A laptop's folder after a busy visit, left as it is while the program runs."""
    with a_laptop(tmp_path / "laptop") as laptop:
        party, _ = laptop.registry.add(Party(**PLANTED))
        visit = a_visit(laptop, party)
        marked(laptop, visit)
        laptop.answering.answer(visit, lines(laptop, visit)[0].address, note=TYPED)
        laptop.drafts.keep(visit, "statement", TYPED)
        photo = Arrival(a_jpeg(), "密语照片.jpg", Source.CLI)
        laptop.photos.add(visit, photo)
        laptop.photos.copies.develop(laptop.inspections.read(visit).photos[0].sha256)
        laptop.documents.preview(visit)
        return Path(shutil.copytree(tmp_path / "laptop", tmp_path / "lost"))


def test_nothing_that_was_typed_or_photographed_stands_in_a_file(lost: Path) -> None:
    words = [*PLANTED.values(), TYPED, "密语", "PLANTED", "密语照片", "mask_shop", "谭𬭎"]
    wanted = [w.encode(form) for w in words for form in ("utf-8", "utf-16-le", "gb18030")]
    wanted += [b"\xff\xd8\xff\xe0\x00\x10JFIF", b"Exif\0\0", b"%PDF-1.", b"SQLite format 3"]
    files = [f for f in lost.rglob("*") if f.is_file()]
    assert len(files) > 4
    for file in files:
        content = file.read_bytes()
        for needle in wanted:
            assert needle not in content, f"{needle!r} in {file.name}"
    for file in files:
        assert "密语" not in file.name
        assert "jpg" not in file.name


def test_the_same_search_finds_what_lies_open(lost: Path) -> None:
    """The search itself can find something: the control without which the test above would be blind."""
    with Workspace.open(lost, PASSPHRASE) as laptop:
        party = laptop.registry.find_parties("密语")[0]
        assert party.phone == PLANTED["phone"]
        assert laptop.drafts.below(laptop.inspections.page()[0].id)


def test_the_recovery_key_opens_data_and_never_signs(tmp_path: Path) -> None:
    with a_laptop(tmp_path / "laptop") as laptop:
        recovery = Identity.generate()
        keys = laptop.keys.with_recovery(laptop.secrets.data_key, recovery.recipient)
        assert keys.recover(recovery) == laptop.secrets.data_key
        signing = laptop.secrets.signing.seed.hex()
    stored = tmp_path / "keys.json"
    keys.save(stored)
    assert signing not in stored.read_text(encoding="utf-8")
    with pytest.raises(Trouble) as refused:
        KeyFile.load(stored).recover(Identity.generate())
    assert refused.value.code is Code.BLOB_DAMAGED


def test_a_wrong_passphrase_opens_nothing(lost: Path) -> None:
    for wrong in ("", PASSPHRASE[:-1], PASSPHRASE + " ", PASSPHRASE.lower() + "x"):
        with pytest.raises(Trouble) as refused:
            Workspace.open(lost, wrong)
        assert refused.value.code is Code.PASSPHRASE_WRONG
