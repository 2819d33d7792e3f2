"""Taking files in."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import ExifTags

from inspector import ids
from inspector.clock import SetClock
from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, EvidenceFacts, Source, examine
from inspector.evidence.media import Media
from inspector.evidence.originality import Doubt
from inspector.evidence.vault import Vault

Tagged = Callable[..., bytes]
LAPTOP = Identity.generate()
NOON = datetime.fromisoformat("2026-03-04T12:00:00.250+08:00")


@pytest.fixture
def facts(tagged: Tagged, tmp_path: Path) -> EvidenceFacts:
    file = tmp_path / "mmexport17.jpg"
    file.write_bytes(tagged(main={ExifTags.Base.Make: "Demo"}))
    os.utime(file, (1_700_000_000, 1_700_000_000))
    arrival = Arrival.of_file(file, Source.DROP)
    stored = Vault(tmp_path / "vault").put(arrival.content, [LAPTOP.recipient])
    return examine(arrival, stored, clock=SetClock(NOON), app_version="1.2.3")


def test_facts_name_everything_that_is_put_on_record(facts: EvidenceFacts, tmp_path: Path) -> None:
    content = (tmp_path / "mmexport17.jpg").read_bytes()
    assert facts.sha256 == ids.sha256(content)
    assert len(facts.sm3) == 64
    assert facts.size_bytes == len(content)
    assert facts.media == Media.JPEG
    assert facts.original_name == "mmexport17.jpg"
    assert facts.source == Source.DROP
    assert facts.file_modified_at == "2023-11-14T22:13:20+00:00"
    assert facts.claims.make == "Demo"
    assert facts.originality == (Doubt.CHAT_NAME,)
    assert facts.arrived_at == "2026-03-04T12:00:00.250+08:00"
    assert (facts.monotonic_s, facts.boot_id, facts.app_version) == ("0.000", "set-clock", "1.2.3")


def test_facts_come_back_when_they_went_through_the_journal(facts: EvidenceFacts) -> None:
    through = json.loads(ids.canonical(facts.to_json()))
    assert EvidenceFacts.from_json(through) == facts
    through["claims"]["altitude"] = "a newer version's"
    assert EvidenceFacts.from_json({**through, "newer": 1}) == facts


def test_every_mistake_is_told_when_facts_are_malformed(facts: EvidenceFacts) -> None:
    value = facts.to_json()
    claims = {**facts.to_json()["claims"], "width": "wide"}  # type: ignore[dict-item]
    del value["boot_id"]
    with pytest.raises(Trouble) as caught:
        EvidenceFacts.from_json(
            {**value, "media": [], "originality": ["nonsense"], "claims": claims, "size_bytes": True}
        )
    assert caught.value.code == Code.VALUE_INVALID
    assert {(p.code, p.where) for p in caught.value.problems} == {
        ("value_missing", "facts/boot_id"),
        ("value_malformed", "facts/media"),
        ("value_malformed", "facts/originality/0"),
        ("value_malformed", "facts/claims/width"),
        ("value_malformed", "facts/size_bytes"),
    }
    with pytest.raises(Trouble):
        EvidenceFacts.from_json("facts")


def test_bytes_that_no_decoder_knows_are_taken_in_all_the_same(tmp_path: Path) -> None:
    arrival = Arrival(b"\0exotic", "C:\\Users\\x\\photo\u202egnp.\x00exe", Source.PASTE)
    stored = Vault(tmp_path).put(arrival.content, [LAPTOP.recipient])
    facts = examine(arrival, stored, clock=SetClock(NOON), app_version="1")
    assert facts.media == Media.UNKNOWN
    assert facts.original_name == "photognp.exe"
    assert facts.originality == ()


def test_name_is_kept_in_a_form_that_the_journal_takes_when_it_is_no_unicode(tmp_path: Path) -> None:
    arrival = Arrival(b"x", os.fsdecode("照片".encode() + b"\xff.jpg"), Source.CLI)
    stored = Vault(tmp_path).put(arrival.content, [LAPTOP.recipient])
    facts = examine(arrival, stored, clock=SetClock(NOON), app_version="1")
    assert "照片.jpg" in ids.canonical(facts.to_json()).decode()


def test_file_is_refused_with_its_path_when_it_is_empty_or_unreadable(tmp_path: Path) -> None:
    empty = tmp_path / "空.jpg"
    empty.touch()
    for path, code in [
        (empty, Code.FILE_EMPTY),
        (tmp_path / "gone.jpg", Code.FILE_UNREADABLE),
        (tmp_path, Code.FILE_UNREADABLE),
    ]:
        with pytest.raises(Trouble) as caught:
            Arrival.of_file(path, Source.DIALOG)
        assert caught.value.code == code
        assert caught.value.context == {"path": str(path)}


@pytest.mark.parametrize(("seconds", "told"), [(-1.5, "1969-12-31T23:59:59+00:00"), (1e13, ""), (-1e13, "")])
def test_file_time_is_left_out_when_a_card_carries_an_impossible_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, told: str
) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(b"x")
    monkeypatch.setattr(Path, "stat", lambda _: SimpleNamespace(st_mtime=seconds))
    assert Arrival.of_file(file, Source.CLI).modified_at == told
