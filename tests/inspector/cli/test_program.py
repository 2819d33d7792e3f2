"""What scripts and people read: JSON keys, tables, helps in both languages, and no secret on the line."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from inspector import wording
from inspector.cli import PROGRAM
from inspector.cli.telling import Exit, Progress, Teller, columns
from inspector.cli.verbs import Option
from inspector.demo import DemoPlaces, MainJob
from inspector.errors import Code
from inspector.paths import resources


def commands(found: click.Command = PROGRAM, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(found, click.Group):
        for name, inner in found.commands.items():
            yield from commands(inner, (*path, name))


def options(found: click.Command = PROGRAM) -> Iterator[Option]:
    yield from (p for p in found.params if isinstance(p, Option))
    if isinstance(found, click.Group):
        for inner in found.commands.values():
            yield from options(inner)


def elsewhere(*words: str) -> subprocess.CompletedProcess[str]:
    """A process of its own."""
    line = "import sys; from inspector.cli import main; code = main(sys.argv[1:])"
    line += "; print(*sorted(sys.modules), file=sys.stderr); sys.exit(code)"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(resources().parent)}
    return subprocess.run(
        [sys.executable, "-c", line, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_help_is_told_in_both_languages(run, path, language):
    told = run("--lang", language, *path, "--help")
    assert told.code == 0
    assert not [word for word in told.out.split() if word.startswith(("help_", "option_", "cli_"))]
    assert ("用法：" in told.out) is (language == "zh_CN")


def test_no_option_takes_a_secret_itself():
    names = {name for option in options() for name in option.opts}
    assert not names & {"--pin", "--passphrase", "--password"}
    assert {"--pin-file", "--passphrase-file"} <= names


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_code_of_this_package_has_its_sentence(language):
    other = set(wording.LANGUAGES) - {language}
    mine = {code for code in wording.catalogue(language) if code.startswith(("cli_", "help_", "option_"))}
    assert mine == {c for c in wording.catalogue(other.pop()) if c.startswith(("cli_", "help_", "option_"))}


def test_options_for_all_are_taken_before_and_behind_the_verb(run):
    before = run("--json", "--lang", "en", "checklist", "list")
    assert before.json == run("checklist", "list", "--lang", "en", "--json").json


def test_identify_gives_what_scripts_rely_on(run):
    (found,) = run("identify", "91500240MA5U000118", "--json").json
    assert set(found) == {"kind", "verdict", "normalised", "problems", "facts"}
    assert (found["kind"], found["verdict"]) == ("uscc", "bad_checksum")
    assert set(found["problems"][0]) == {"code", "message"}
    assert found["facts"]["region"] == "500240"


def test_identify_judges_by_the_day(run):
    words = ("identify", "GB 2626-2006", "--kind", "ppe_standard", "--json", "--on")
    assert run(*words, "2020-01-01").json[0]["problems"] == []
    assert run(*words, "2025-01-01").json[0]["problems"][0]["code"] == "ppe_standard_superseded"


def test_identify_reads_out_for_a_person(run):
    assert "校验通过（不代表真实有效）" in run("identify", "ZL201930071397.7").out
    assert run("identify", "没有号码").code == 0


def test_checklist_list_gives_what_scripts_rely_on(run):
    masks = next(c for c in run("checklist", "list", "--json").json if c["id"] == "mask_shop")
    assert set(masks) == {"id", "title", "version", "items"}
    assert set(masks["title"]) == {"zh_CN", "en"}


def test_checklist_check_passes_what_is_shipped(run):
    checked = run("checklist", "check", resources() / "checklists" / "mask_shop.yaml", "--json")
    assert (checked.code, checked.json) == (0, {"ok": True, "problems": []})


def test_check_gives_what_scripts_rely_on(run, visit):
    health = run("check", "--json").json
    assert set(health) == {
        "ok", "inspections", "locked", "evidence", "operations", "state_digest", "journal_digest", "problems",
    }  # fmt: skip
    assert (health["ok"], health["inspections"], health["problems"]) == (True, 1, [])


def test_a_check_that_finds_problems_is_one(run, laptop, monkeypatch):
    from inspector.errors import Problem
    from inspector.storage.store import Store

    monkeypatch.setattr(Store, "verify", lambda *_: (Problem("journal_broken", "commit/7"),))
    found = run("check", "--json")
    assert found.code == 1
    assert (found.json["ok"], found.json["problems"][0]["where"]) == (False, "commit/7")
    assert run("check").code == 1


def test_tables_stand_straight_when_names_are_full_width():
    lines = Teller("zh_CN", as_json=False).table(["cli_id", "cli_name"], [("1", "谭𬭎"), ("二", "Ma")])
    starts = [
        columns(line[: line.index(name)]) for line, name in zip(lines, ("姓名", "谭", "Ma"), strict=True)
    ]
    assert len(set(starts)) == 1


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("谭𬭎", 4), ("（）", 4), ("e\u0301", 1), ("", 0)])
def test_columns_count_full_width_twice(text, wide):
    assert columns(text) == wide


def test_a_name_is_escaped_where_the_stream_cannot_carry_it(monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", narrow)
    Teller("zh_CN", as_json=True).give({"name": "谭𬭎"}, [])
    narrow.flush()
    assert json.loads(narrow.buffer.getvalue()) == {"name": "谭𬭎"}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_trouble_has_its_sentence(language):
    assert [code for code in Code if code not in wording.catalogue(language)] == []


def test_an_empty_list_says_so(run, laptop):
    assert run("inspection", "list").out.strip() == "（没有）"


def test_progress_is_silent_where_there_is_no_terminal(capsys):
    with Progress(Teller("en", as_json=False)) as report:
        report(1, 2, "exchange_packing")
    assert capsys.readouterr().err == ""


def test_progress_is_a_bar_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress(Teller("en", as_json=False)) as report:
        report(1, 2, "…")
    said = capsys.readouterr().err
    assert "1/2" in said
    assert said.endswith("\r\x1b[K")


def test_ctrl_c_is_quiet(run, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("inspector.identifiers.recognition.identify", interrupted)
    stopped = run("identify", "x")
    assert (stopped.code, stopped.out, stopped.err) == (130, "", "")


def test_a_defect_is_not_taken_for_trouble(run, monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("inspector.identifiers.recognition.identify", broken)
    with pytest.raises(ZeroDivisionError):
        run("identify", "x")


@pytest.mark.parametrize("words", [("--help",), ("identify", "ZL201930071397.7")], ids=" ".join)
def test_what_should_be_quick_loads_nothing_heavy(words):
    done = elsewhere(*words)
    assert done.returncode == 0
    heavy = {"PySide6", "peewee", "sqlcipher3", "reportlab", "cryptography", "PIL", "lxml.etree"}
    assert not heavy & set(done.stderr.split())


@pytest.mark.skipif(sys.platform == "win32", reason="no shell pipe")
def test_a_reader_that_leaves_is_no_trouble():
    line = "import sys; from inspector.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONPATH": str(resources().parent)}
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", line, "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (Exit.PIPE_BROKEN, b"")


@pytest.fixture
def county(monkeypatch, tmp_path) -> DemoPlaces:
    """Stands for the county, which has tests of its own."""
    places = DemoPlaces(tmp_path / "office", (tmp_path / "laptop-1",), "yanshi", {"谭𬭎": "135790"})
    job = MainJob(
        *(tmp_path / name for name in ("laptop-1", "office", "r.pdf", "b.bundle", "receipt.bundle"))
    )
    monkeypatch.setattr("inspector.demo.build", lambda folder, report: places)
    monkeypatch.setattr("inspector.demo.run_main_job", lambda built, report: job)
    return places


def test_headless_prints_the_five_paths_and_nothing_else(run, county, tmp_path):
    done = run("demo", tmp_path / "new", "--headless")
    assert list(done.json) == ["workspace", "office", "record_pdf", "bundle", "receipt"]
    assert done.json["record_pdf"] == str(tmp_path / "r.pdf")


def test_demo_tells_what_opens_its_desks(run, county, tmp_path):
    assert run("demo", tmp_path / "new", "--json").json["pins"] == {"谭𬭎": "135790"}
    said = run("demo", tmp_path / "new").out
    assert all(word in said for word in ("laptop-1", "yanshi", "谭𬭎", "135790"))


def test_demo_is_built_at_a_whole_path_and_says_where_its_words_are_written_down(
    run, county, tmp_path, monkeypatch
):
    asked = []
    monkeypatch.setattr("inspector.demo.build", lambda folder, report: asked.append(folder) or county)
    monkeypatch.chdir(tmp_path)
    assert str(tmp_path / "README.txt") in run("demo", "new").out
    assert asked == [tmp_path.resolve() / "new"]


@pytest.mark.parametrize("number", ["GB 19083-2010", "GB2626-2019", "执行标准：YY 0469-2011"])
def test_a_standard_is_recognised_as_one(run, number):
    assert [j["kind"] for j in run("identify", number, "--json").json] == ["ppe_standard"]


def test_terms_are_judged_for_today_when_no_day_is_given(run):
    assert run("identify", "ZL98101234.5", "--json").json[0]["facts"]["term_verdict"] == "over"
    ahead = run("identify", "ZL98101234.5", "--on", "2000-01-01", "--json").json[0]
    assert ahead["facts"]["term_verdict"] != "over"


def test_a_number_that_is_wrong_for_its_kind_is_a_problem_found(run):
    wrong = run("identify", "91500240MA5U000118", "--kind", "uscc", "--json")
    assert (wrong.code, wrong.json[0]["verdict"]) == (1, "bad_checksum")
    assert run("identify", "91500240MA5U000119", "--kind", "uscc").code == 0
    assert run("identify", "91500240MA5U000118").code == 0
