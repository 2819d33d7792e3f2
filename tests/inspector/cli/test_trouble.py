"""Every verb in trouble: the exit code, the words on stderr, nothing on stdout, never a traceback."""

import os
from pathlib import Path

import pytest

from tests.inspector.sync.circle import a_photo

NOWHERE = "0" * 32

WRONG_USE = [
    ("nothing",),
    ("--bogus",),
    ("init",),
    ("init", "DIR", "--role", "desk", "--name", "x"),
    ("identify",),
    ("identify", "x", "--kind", "y"),
    ("checklist", "print"),
    ("inspection", "answer", NOWHERE, "licence"),
    ("inspection", "answer", NOWHERE, "licence", "4"),
    ("inspection", "new", "--checklist", "mask_shop", "--officer", "谭𬭎"),
    ("inspection", "lock", NOWHERE),
    ("inspection", "ink", NOWHERE, "judge", "x"),
    ("document", "print", NOWHERE),
    ("evidence", "add", NOWHERE),
    ("enrol", "approve"),
]

UNKNOWN = [
    ("inspection", "show", NOWHERE),
    ("inspection", "set", NOWHERE, "place=x"),
    ("inspection", "card", NOWHERE),
    ("inspection", "answer", NOWHERE, "licence", "1"),
    ("inspection", "suspicion", NOWHERE, "licence", "--facts", "x"),
    ("inspection", "goods", NOWHERE, "licence"),
    ("inspection", "finalise", NOWHERE),
    ("inspection", "reopen", NOWHERE),
    ("inspection", "ink", NOWHERE, "party", "x"),
    ("evidence", "list", NOWHERE),
    ("document", "list", NOWHERE),
    ("document", "print", NOWHERE, "--out", "x.pdf"),
]

NEEDS_WORKSPACE = [
    ("check",),
    ("party", "find", "x"),
    ("officer", "list"),
    ("inspection", "list"),
    ("evidence", "verify"),
    ("bundle", "inspect", "x"),
]


def is_refused(call, code: int) -> bool:
    return call.code == code and call.out == "" and bool(call.err) and "Traceback" not in call.err


@pytest.mark.parametrize("words", WRONG_USE, ids=" ".join)
def test_wrong_use_is_two(run, words):
    assert is_refused(run(*words), 2)
    assert run(*words, "--json").error["code"] == "usage"


@pytest.mark.parametrize("words", UNKNOWN, ids=" ".join)
def test_an_unknown_visit_is_trouble(run, laptop, words):
    assert is_refused(run(*words), 3)
    assert run(*words, "--json").error["code"] == "thing_unknown"


@pytest.mark.parametrize("words", NEEDS_WORKSPACE, ids=" ".join)
def test_without_a_workspace_it_is_wrong_use(run, words):
    assert is_refused(run(*words), 2)


def test_a_folder_that_is_no_workspace_is_trouble(run, tmp_path):
    assert run("check", "--workspace", tmp_path / "none", "--json").error["code"] == "workspace_missing"


def test_a_wrong_passphrase_is_trouble(run, laptop, tmp_path):
    (tmp_path / "wrong").write_text("不对的口令", encoding="utf-8")
    refused = run("check", "--passphrase-file", tmp_path / "wrong", "--json")
    assert (refused.code, refused.error["code"]) == (3, "passphrase_wrong")


def test_the_first_line_of_the_passphrase_file_opens(run, laptop, tmp_path, monkeypatch):
    (tmp_path / "right").write_text(f"\ufeff{os.environ['INSPECTOR_PASSPHRASE']}\r\nmore\n", encoding="utf-8")
    monkeypatch.delenv("INSPECTOR_PASSPHRASE")
    assert run("check", "--passphrase-file", tmp_path / "right").code == 0
    assert is_refused(run("check"), 2)
    assert run("check", "--passphrase-file", tmp_path / "none", "--json").error["code"] == "file_unreadable"


def test_a_full_folder_is_never_made_a_workspace(run, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for words in (("init", tmp_path, "--role", "laptop", "--name", "x"), ("demo", tmp_path)):
        assert run(*words, "--json").error["code"] == "workspace_exists"


def test_a_held_workspace_says_so(run, opened):
    assert run("check", "--json").error["code"] == "workspace_held"


def test_a_weak_pin_adds_no_officer(run, laptop, tmp_path):
    (tmp_path / "weak").write_text("111111", encoding="utf-8")
    words = ("officer", "add", "冉䶮", "--certificate", "3", "--pin-file", tmp_path / "weak")
    assert run(*words, "--json").error["code"] == "pin_weak"
    assert len(run("officer", "list", "--json").json) == 2


def test_a_credit_code_is_not_entered_twice(run, laptop):
    assert is_refused(run("party", "add", "另一户", "--uscc", "91500240MA5U000119"), 2)


def test_a_wrong_check_character_is_taken_and_told(run, laptop):
    added = run("party", "add", "另一户", "--uscc", "91500240MA5U000118")
    assert added.code == 0
    assert "9" in added.err


def test_a_name_of_two_parties_lists_them(run, laptop):
    for _ in range(2):
        run("party", "add", "同名店")
    words = ("--checklist", "mask_shop", "--party", "同名店", "--officer", "谭𬭎")
    refused = run("inspection", "new", *words)
    assert is_refused(refused, 2)
    assert refused.err.count("同名店") == 3
    assert is_refused(run("inspection", "new", *words[:-1], "没有此人"), 2)


def test_an_unknown_checklist_is_trouble(run, laptop):
    words = ("--checklist", "none", "--party", "知微药房", "--officer", "谭𬭎")
    assert run("inspection", "new", *words, "--json").error["code"] == "checklist_unknown"


def test_every_wrong_field_is_told_at_once(run, visit):
    refused = run(
        "inspection", "set", visit, "stage=signed", "rights_told=perhaps", "ended_at=soon", "place=x"
    )
    assert is_refused(refused, 2)
    assert all(word in refused.err for word in ("stage=signed", "perhaps", "soon"))
    assert run("inspection", "show", visit, "--json").json["record"]["place"] == "听雨街12号"


def test_an_answer_where_no_item_stands_is_trouble(run, visit):
    for address in ("nothing", "2/batch", "1/licence"):
        assert run("inspection", "answer", visit, address, "1", "--json").error["code"] == "thing_unknown"
    assert run("inspection", "goods", visit, "licence", "--json").error["code"] == "thing_unknown"
    assert is_refused(run("inspection", "card", visit, "stall"), 2)


def test_finalising_too_early_lists_all_that_is_missing(run, visit):
    refused = run("inspection", "finalise", visit, "--json")
    assert (refused.code, refused.error["code"]) == (3, "elements_missing")
    assert {"element_ended", "element_rights_told"} <= {p["code"] for p in refused.error["problems"]}


def test_a_wrong_pin_acts_for_nobody(run, visit, tmp_path):
    (tmp_path / "wrong").write_text("999999", encoding="utf-8")
    words = ("inspection", "answer", visit, "licence", "1", "--as", "谭𬭎")
    assert run(*words, "--pin-file", tmp_path / "wrong", "--json").error["code"] == "pin_wrong"
    assert is_refused(run(*words), 2)


def test_pin_files_go_in_pairs_with_officers(run, visit, pins):
    words = ("inspection", "lock", visit, "--officer", "谭𬭎", "--officer", "马晓棠")
    assert is_refused(run(*words, "--pin-file", pins["谭𬭎"]), 2)


def test_a_file_that_is_not_there_is_no_evidence(run, visit, tmp_path):
    (tmp_path / "empty.jpg").touch()
    assert run("evidence", "add", visit, tmp_path / "none.jpg", "--json").error["code"] == "file_unreadable"
    assert run("evidence", "add", visit, tmp_path / "empty.jpg", "--json").error["code"] == "file_empty"


def test_pages_that_are_none_are_wrong_use(run, visit, tmp_path):
    words = ("document", "print", visit, "--out", tmp_path / "x.pdf")
    assert is_refused(run(*words, "--pages", "first"), 2)
    assert run(*words, "invoice", "--json").error["code"] == "document_unknown"


def test_nothing_is_exported_before_enrolment(run, laptop, tmp_path):
    assert run("bundle", "export", tmp_path / "stick", "--json").error["code"] == "not_enrolled"
    assert run("bundle", "import", tmp_path, "--json").error["code"] == "not_enrolled"
    assert run("bundle", "inspect", tmp_path / "none", "--json").error["code"] == "bundle_missing"


def test_enrolment_refuses_what_it_does_not_know(run, laptop, tmp_path):
    (tmp_path / "request").write_text("{}", encoding="utf-8")
    assert run("enrol", "approve", tmp_path / "request", "--json").error["code"] == "enrolment_damaged"
    assert run("enrol", "accept", tmp_path / "none", "--json").error["code"] == "bundle_missing"


def test_another_fingerprint_is_not_approved(run, laptop, tmp_path):
    asked = run("enrol", "request", tmp_path, "--json").json["request"]
    office = tmp_path / "office"
    run("init", office, "--role", "office", "--name", "知识产权科")
    words = ("enrol", "approve", asked, "--workspace", office, "--json", "--fingerprint")
    assert run(*words, "0000 0000 0000 0000").error["code"] == "enrolment_foreign"
    assert [p.suffix for p in Path(asked).parent.glob("*.bundle")] == []


def test_a_checklist_tells_all_its_mistakes_with_their_lines(run, tmp_path):
    wrong = tmp_path / "mine.yaml"
    wrong.write_text(
        "id: mine\ntitle: {zh_CN: 我的}\nversion: '1'\nsurvey:\n  - item: a\n    type: nothing\n"
        "    label: {zh_CN: 甲}\n  - item: b\n    type: mark\n    label: {zh_CN: 乙}\n    relevant: ${c} =\n",
        encoding="utf-8",
    )
    checked = run("checklist", "check", wrong, "--json")
    assert checked.code == 1
    wheres = {p["where"] for p in checked.json["problems"]}
    assert {"mine.yaml:6", "mine.yaml:11"} <= {":".join(w.split(":")[:2]) for w in wheres}
    assert run("checklist", "check", tmp_path / "none.yaml").code == 3


def test_what_was_taken_in_is_told_beside_what_was_not_and_is_not_doubled_by_a_retry(run, visit, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"photo")
    words = ("evidence", "add", visit, tmp_path / "a.jpg", tmp_path / "b.jpg", "--json")
    half = run(*words)
    assert (half.code, half.error["code"]) == (3, "file_unreadable")
    assert [(a["name"], a["known"]) for a in half.json] == [("a.jpg", False)]
    (tmp_path / "b.jpg").write_bytes(b"other")
    whole = run(*words)
    assert whole.code == 0
    assert [(a["name"], a["known"]) for a in whole.json] == [("b.jpg", False), ("a.jpg", True)]
    assert len(run("evidence", "list", visit, "--json").json) == 2


def test_photo_for_no_item_is_refused_with_the_items_that_there_are(run, visit, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"photo")
    refused = run("evidence", "add", visit, tmp_path / "a.jpg", "--item", "nosuchitem")
    assert is_refused(refused, 2)
    assert "licence" in refused.err
    assert "1/batch" in refused.err
    assert run("evidence", "list", visit, "--json").json == []


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_nothing_is_named_by_nothing(run, laptop, tmp_path, blank):
    for words in (
        ("party", "add", blank),
        ("officer", "add", blank, "--certificate", "1", "--no-key"),
        ("officer", "add", "x", "--certificate", blank, "--no-key"),
        ("init", tmp_path / "new", "--role", "laptop", "--name", blank),
    ):
        assert is_refused(run(*words), 2)
    assert not (tmp_path / "new").exists()


def test_nothing_is_exported_to_a_device_that_is_not_there(run, laptop, tmp_path):
    office = tmp_path / "office"
    run("init", office, "--role", "office", "--name", "知识产权科")
    asked = run("enrol", "request", tmp_path, "--json").json
    words = (asked["request"], "--fingerprint", asked["fingerprint"], "--workspace", office, "--json")
    answer = run("enrol", "approve", *words).json
    run("enrol", "accept", answer["answer"], "--fingerprint", answer["fingerprint"])
    refused = run("bundle", "export", tmp_path / "stick", "--to", "nosuchdevice", "--json")
    assert (refused.code, refused.error["code"]) == (3, "thing_unknown")
    assert not (tmp_path / "stick").exists()


def test_damaged_photo_is_named_when_it_is_to_be_printed(run, visit, laptop, tmp_path):
    (tmp_path / "IMG_7.jpg").write_bytes(a_photo(7))
    run("evidence", "add", visit, tmp_path / "IMG_7.jpg", "--caption", "门头")
    (blob,) = (laptop / "vault").glob("??/*.age")
    blob.write_bytes(b"damaged")
    for copy in (laptop / "derived").glob("??/*.age"):
        copy.unlink()
    words = ("document", "print", visit, "photo_pages", "--preview", "--out", tmp_path / "x.pdf")
    refused = run(*words, "--json")
    assert (refused.code, refused.error["code"]) == (3, "blob_damaged")
    assert ["IMG_7.jpg" in p["message"] for p in refused.error["problems"]] == [True]
