"""The whole main job by a script: from empty folders to the receipt on the laptop."""

from pathlib import Path

import pytest

from inspector.evidence import drawing

FIRST, SECOND = "谭𬭎", "马晓棠"


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    from datetime import UTC, datetime

    monkeypatch.setattr(drawing, "SIZE", (1200, 900))
    files = []
    for number in range(2):
        scene = drawing.Scene(drawing.Subject.LABEL, ("净岚", "演示"), seed=number)
        files.append(tmp_path / f"照片{number}.jpg")
        files[-1].write_bytes(drawing.photograph(scene, taken_at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC)))
    return files


def filled_in(run, visit: str, photos: list[Path]) -> None:
    """Every mark, one of them a suspicion with its goods and photos, and the legal elements."""
    for item in run("inspection", "show", visit, "--json").json["items"]:
        if item["mark"]:
            assert run("inspection", "answer", visit, item["address"], "1").code == 0
    assert run("inspection", "answer", visit, "1/imitation", "2", "--note", "图形近似").code == 0
    assert run("inspection", "answer", visit, "1/brand", "--fact", "山岚卫士").code == 0
    assert run("inspection", "suspicion", visit, "1/imitation", "--facts", "盒面印有“山岚卫士”。").code == 0
    assert run("inspection", "goods", visit, "1/imitation", "--quantity", "26", "--unit", "盒").code == 0
    assert run("evidence", "add", visit, *photos, "--item", "1/imitation").code == 0
    facts = ("person_present=向暮云，经营者", "certificates_shown=yes", "rights_told=yes", "ended_at=now")
    assert run("inspection", "set", visit, *facts, "attendance=present", "--json").json["missing"] == []


def locked(run, visit: str, pins: dict[str, Path], out: Path) -> str:
    """Final, printed, signed in ink and locked; gives the digest."""
    assert run("inspection", "finalise", visit).code == 0
    assert run("document", "print", visit, "--out", out).code == 0
    run("inspection", "ink", visit, "party", "向暮云")
    run("inspection", "ink", visit, "officer", FIRST)
    run("inspection", "ink", visit, "officer", SECOND)
    names = [word for name in (FIRST, SECOND) for word in ("--officer", name, "--pin-file", pins[name])]
    done = run("inspection", "lock", visit, *names, "--scan-later", "--json")
    assert done.code == 0, done.err
    digest: str = done.json["version_digest"]
    return digest


def test_a_script_does_the_whole_main_job(run, laptop, visit, pins, photos, tmp_path):
    office, stick = tmp_path / "office", tmp_path / "stick"
    at_office = ("--workspace", office, "--json")
    made = run("init", office, "--role", "office", "--name", "知识产权科", "--bureau", "演示县局", "--json")
    assert made.json["recovery_key"].startswith("AGE-SECRET-KEY-")

    asked = run("enrol", "request", stick, "--json").json
    answer = run("enrol", "approve", asked["request"], "--fingerprint", asked["fingerprint"], *at_office).json
    joined = run("enrol", "accept", answer["answer"], "--fingerprint", answer["fingerprint"], "--json")
    assert joined.json["bureau"] == "演示县局"

    filled_in(run, visit, photos)
    pdf = tmp_path / "record.pdf"
    digest = locked(run, visit, pins, pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert [d["id"] for d in run("document", "list", visit, "--json").json] == [
        "onsite_record",
        "photo_pages",
    ]

    sent = run("bundle", "export", stick, "--json").json
    told = run("bundle", "inspect", sent["path"], *at_office).json
    assert (told["bundle"], told["evidence"]) == (sent["bundle"], 2)
    taken = run("bundle", "import", sent["path"], *at_office)
    assert {"applied", "skipped", "parked", "forks", "refused", "receipt"} <= set(taken.json)
    assert taken.json["applied"] > 0
    again = run("bundle", "import", sent["path"], *at_office).json
    assert (again["applied"], again["skipped"]) == (0, taken.json["applied"])
    assert run("bundle", "import", taken.json["receipt"], "--json").json["refused"] == 0

    here = run("check", "--full", "--json").json
    there = run("check", "--full", *at_office).json
    assert here["ok"]
    assert there["ok"]
    assert (here["inspections"], here["locked"], here["evidence"]) == (1, 1, 2)
    assert here["state_digest"] == there["state_digest"]
    shown = run("inspection", "show", visit, *at_office).json
    assert (shown["stage"], shown["version_digest"]) == ("locked", digest)


def test_nothing_can_be_answered_when_it_is_locked(run, laptop, visit, pins, photos, tmp_path):
    filled_in(run, visit, photos)
    locked(run, visit, pins, tmp_path / "record.pdf")
    refused = run("inspection", "answer", visit, "licence", "2", "--json")
    assert (refused.code, refused.error["code"]) == (3, "record_locked")
    scan = run("evidence", "add", visit, photos[0], "--scan")
    assert scan.code == 0
    assert run("evidence", "verify", "--json").json["checked"] == 2


def test_the_officer_who_acts_is_in_the_journal(visit, opened):
    author = opened.store.things.state(visit).heads[visit, "checklist"][0].actor
    assert opened.officers.get(author).name == FIRST


def test_a_draft_is_listed_and_found_by_initials(run, visit):
    assert [v["id"] for v in run("inspection", "list", "--find", "zwyf", "--json").json] == [visit]
    assert run("inspection", "list", "--stage", "locked", "--json").json == []


def test_show_tells_what_is_missing_with_its_place(run, visit):
    missing = run("inspection", "show", visit, "--json").json["missing"]
    assert {"code": "element_ended", "where": "ended_at"}.items() <= next(
        m for m in missing if m["where"] == "ended_at"
    ).items()


def test_a_final_record_is_reopened_until_somebody_signs(run, visit, photos, tmp_path):
    filled_in(run, visit, photos)
    assert run("inspection", "finalise", visit).code == 0
    assert run("inspection", "reopen", visit).code == 0
    assert run("inspection", "show", visit, "--json").json["stage"] == "draft"


def test_photos_are_listed_with_digests_and_claims(run, visit, photos):
    run("evidence", "add", visit, photos[0], "--item", "licence", "--caption", "执照")
    (photo,) = run("evidence", "list", visit, "--json").json
    assert (photo["name"], photo["item"], photo["caption"]) == ("照片0.jpg", "licence", "执照")
    assert len(photo["sha256"]) == len(photo["sm3"]) == 64
    assert photo["claims"]["make"] == "Demo"


def test_a_damaged_original_is_found_and_told_by_the_exit_code(run, laptop, visit, photos):
    run("evidence", "add", visit, *photos)
    (first, *_) = sorted((laptop / "vault").rglob("*.age"))
    first.write_bytes(first.read_bytes()[:-1])
    verified = run("evidence", "verify", "--json")
    assert verified.code == 1
    assert (verified.json["ok"], verified.json["checked"]) == (False, 2)
    assert [b["code"] for b in verified.json["bad"]] == ["blob_damaged"]


def test_a_wrong_fact_is_taken_and_told(run, visit):
    said = run("inspection", "answer", visit, "1/quantity", "--fact", "-3", "--json")
    assert said.code == 0
    assert [p["code"] for p in said.json["problems"]] == ["fact_refused"]
