import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from inspector import ids
from inspector.changes import Changes
from inspector.clock import SetClock
from inspector.crypto import signing
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.registry import Party
from inspector.journal.commit import Chain, Commit, check_chain, head_statement
from inspector.journal.operation import GONE
from inspector.journal.segment import Segment
from inspector.workspace import Workspace
from inspector.workspace.scribe import Edit
from tests.builders import NOON, Device, a_commit, a_run, an_operation
from tests.desk import a_laptop, a_locked_visit

Opened = Callable[..., Workspace]

PARTY = "0198f0c0000070008000000000000001"


def write(workspace: Workspace, *, undo: str = PARTY, **said: object) -> Changes:
    return workspace.scribe.write([Edit("party", PARTY, f, v) for f, v in said.items()], undo=undo)


def party(workspace: Workspace) -> Party:
    values = workspace.store.things.state(PARTY).values(PARTY)
    return cast("Party", KINDS["party"].assemble(PARTY, values))


def commits(workspace: Workspace) -> list[Commit]:
    return list(workspace.store.chains.commits(*workspace.scribe.chain.key))


def arrive(workspace: Workspace, *foreign: Commit) -> None:
    """Commits of another device come in."""
    start = Chain(foreign[0].device, foreign[0].epoch, foreign[0].seq - 1, foreign[0].previous)
    workspace.store.adopt(Segment.of(start, foreign), foreign)
    workspace.store.settle()


def written_elsewhere(
    workspace: Workspace, value: ids.Json, field: str = "name", *, seen: bool = True
) -> None:
    """Another device sets a field of the party, having seen what is here or not."""
    parents = workspace.store.things.state(PARTY).names((PARTY, field)) if seen else ()
    operation = an_operation(value, kind="party", entity=PARTY, field=field, parents=parents)
    chain = workspace.store.chains.at("elsewhere", 1)
    arrive(workspace, a_commit(operation, after=chain, clock=1))


def trouble_of(call: Callable[..., object], *arguments: object) -> Code:
    with pytest.raises(Trouble) as trouble:
        call(*arguments)
    return trouble.value.code


# writing


def test_write_says_what_it_touched_and_is_in_the_journal(laptop: Workspace) -> None:
    assert write(laptop, name="康宁", phone="4321") == Changes.of(("party", PARTY))
    assert {(o.field, o.value) for o in commits(laptop)[-1].operations} >= {
        ("name", "康宁"),
        ("phone", "4321"),
    }


def test_nothing_is_written_when_it_is_said_already(laptop: Workspace) -> None:
    write(laptop, name="康宁")
    before = laptop.scribe.chain
    assert not write(laptop, name="康宁")
    assert not write(laptop, phone=None)
    assert laptop.scribe.chain == before


def test_last_edit_of_one_field_is_the_one_that_counts(laptop: Workspace) -> None:
    laptop.scribe.write([Edit("party", PARTY, "name", n) for n in ("甲", "乙", "丙")])
    assert party(laptop).name == "丙"
    laptop.scribe.write([Edit("party", PARTY, "name", n) for n in ("丁", "丙")])
    assert party(laptop).name == "丙"
    assert not laptop.store.things.state(PARTY).conflicts()
    assert laptop.check(full=True).ok


def test_nothing_is_kept_when_one_edit_is_invalid(laptop: Workspace) -> None:
    before = laptop.scribe.chain
    edits = [Edit("party", PARTY, "name", "康宁"), Edit("party", PARTY, "phone", 4321)]
    assert trouble_of(laptop.scribe.write, edits) is Code.VALUE_INVALID
    assert trouble_of(laptop.scribe.write, [Edit("party", PARTY, "colour", "red")]) is Code.FIELD_UNKNOWN
    assert laptop.scribe.chain == before
    assert laptop.store.things.state(PARTY).heads == {}


def test_locked_root_refuses_the_whole_write(tmp_path: Path) -> None:
    with a_laptop(tmp_path / "laptop") as laptop:
        visit = a_locked_visit(laptop)
        before = laptop.scribe.chain
        for edit in (
            Edit("visit", visit, "place", "别处"),
            Edit("goods", f"{visit}/goods/x", "name", "口罩"),
        ):
            edits = [Edit("party", PARTY, "name", "康宁"), edit]
            assert trouble_of(laptop.scribe.write, edits) is Code.RECORD_LOCKED
        assert laptop.scribe.chain == before
        assert party(laptop).name == ""


def test_conflict_is_resolved_by_a_write_that_names_all_heads(laptop: Workspace) -> None:
    write(laptop, name="甲")
    written_elsewhere(laptop, "乙", seen=False)
    heads = laptop.store.things.state(PARTY).names((PARTY, "name"))
    assert len(heads) == 2
    write(laptop, name="甲")
    assert commits(laptop)[-1].operations[0].parents == heads
    assert not laptop.store.things.state(PARTY).conflicts()


def test_removed_thing_comes_back_when_something_is_written_to_it(laptop: Workspace) -> None:
    write(laptop, name="甲", phone="1")
    laptop.scribe.write([Edit("party", PARTY, GONE, True)], undo=PARTY)
    assert laptop.store.things.state(PARTY).is_gone(PARTY)
    write(laptop, name="乙")
    state = laptop.store.things.state(PARTY)
    assert not state.is_gone(PARTY)
    assert not state.conflicts()
    laptop.scribe.undo(PARTY)
    assert laptop.store.things.state(PARTY).is_gone(PARTY)


def test_first_commit_of_a_run_says_how_the_clocks_stand_and_only_that_one(open_laptop: Opened) -> None:
    for _ in range(2):
        laptop = open_laptop(clock=SetClock(NOON, 1))
        write(laptop, name=str(laptop.scribe.chain.seq))
        write(laptop, phone=str(laptop.scribe.chain.seq))
        kinds = [{o.kind for o in c.operations} for c in commits(laptop)[-2:]]
        assert kinds == [{"party", "session"}, {"party"}]
        laptop.close()


def test_commit_has_the_actor_the_last_receipt_and_the_wall_clock_with_its_offset(
    open_laptop: Opened,
) -> None:
    laptop = open_laptop(clock=SetClock(NOON.astimezone()))
    laptop.scribe.actor = "officer-1"
    laptop.store.local.set_meta("receipt", "ab" * 32)
    write(laptop, name="康宁")
    commit = commits(laptop)[-1]
    assert (commit.actor, commit.receipt) == ("officer-1", "ab" * 32)
    assert commit.wall == NOON.astimezone().isoformat(timespec="milliseconds")


def test_stamps_rise_over_a_restart_when_the_clock_was_set_back(open_laptop: Opened) -> None:
    laptop = open_laptop(clock=SetClock(NOON + timedelta(days=700)))
    write(laptop, name="甲")
    laptop.close()
    laptop = open_laptop(clock=SetClock(NOON))
    write(laptop, name="乙")
    stamps = [c.clock for c in commits(laptop)]
    assert stamps == sorted(set(stamps))
    assert party(laptop).name == "乙"


def test_foreign_clock_that_runs_ahead_does_not_pull_ours_with_it_over_a_restart(open_laptop: Opened) -> None:
    now = NOON + timedelta(days=3650)
    laptop = open_laptop(clock=SetClock(now))
    far = Device("elsewhere", skew=timedelta(days=7300))
    far.write("甲", kind="party", entity=PARTY, field="name")
    arrive(laptop, *far.commits)
    laptop.close()
    laptop = open_laptop(clock=SetClock(now))
    write(laptop, name="乙")
    ahead = (commits(laptop)[-1].clock >> 16) / 1000 - now.timestamp()
    assert ahead <= 5 * 60 + 1


# the chain


def test_chain_goes_on_over_a_restart(open_laptop: Opened) -> None:
    for number in range(3):
        laptop = open_laptop()
        write(laptop, name=str(number))
        write(laptop, phone=str(number))
        laptop.close()
    laptop = open_laptop()
    (chain,) = laptop.store.chains.all()
    assert check_chain(Chain(*chain.key), commits(laptop)) == chain


def test_chain_goes_on_after_a_write_was_taken_back_with_the_transaction_around_it(
    open_laptop: Opened,
) -> None:
    laptop = open_laptop()

    def taken_back() -> None:
        with laptop.store.database.writing():
            write(laptop, name="甲")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        taken_back()
    assert party(laptop).name == ""
    laptop.scribe.sign_head()
    signed = laptop.store.chains.signed(laptop.device, laptop.scribe.chain.epoch)
    assert signed is not None
    assert signed.chain == laptop.store.chains.at(*laptop.scribe.chain.key)
    write(laptop, name="乙")
    assert "session" in {o.kind for o in commits(laptop)[-1].operations}
    assert laptop.check(full=True).ok
    laptop.close()
    laptop = open_laptop()
    write(laptop, name="丙")
    assert len(laptop.store.chains.all()) == 1
    assert laptop.check(full=True).ok


def test_head_is_signed_with_the_key_of_the_device(laptop: Workspace) -> None:
    write(laptop, name="甲")
    laptop.scribe.sign_head()
    signed = laptop.store.chains.signed(laptop.device, laptop.scribe.chain.epoch)
    assert signed is not None
    assert signed.chain == laptop.scribe.chain
    assert signing.verify(laptop.secrets.signing.public, head_statement(signed.chain), signed.signature)


def restored(tmp_path: Path, name: str = "laptop") -> None:
    """The folder as it was copied to `copy` before is put in its place."""
    shutil.rmtree(tmp_path / name)
    shutil.copytree(tmp_path / "copy", tmp_path / name)


@pytest.mark.parametrize("cleanly", [True, False])
def test_restored_copy_begins_a_new_epoch(open_laptop: Opened, tmp_path: Path, cleanly: bool) -> None:
    laptop = open_laptop()
    write(laptop, name="甲")
    laptop.close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "copy")
    laptop = open_laptop()
    write(laptop, name="乙")
    written_on = laptop.scribe.chain
    if cleanly:
        laptop.close()
    else:  # the program dies
        laptop.store.close()
        laptop._holder.release()
    restored(tmp_path)
    copy = open_laptop()
    assert write(copy, name="丙")
    assert copy.scribe.chain.epoch > written_on.epoch
    assert copy.scribe.chain.seq == 1
    assert copy.check(full=True).ok


def test_copy_beside_the_original_and_the_original_never_write_the_same_numbers(
    open_laptop: Opened, tmp_path: Path
) -> None:
    clock = SetClock(NOON)
    open_laptop(clock=clock).close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "copy")
    used: list[tuple[int, int]] = []
    for turn in range(3):
        for name in ("laptop", "copy"):
            workspace = open_laptop(name, clock=clock)
            before = {(c.epoch, c.seq) for c in workspace.store.chains.all()}
            write(workspace, name=f"{name} {turn}")
            used += {(c.epoch, c.seq) for c in workspace.store.chains.all()} - before
            workspace.close()
    assert len(used) == len(set(used)) == 6


def test_copy_on_another_machine_begins_a_new_epoch(
    open_laptop: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = open_laptop()
    write(laptop, name="甲")
    laptop.close()
    monkeypatch.setenv("INSPECTOR_HOME", str(tmp_path / "another machine"))
    laptop = open_laptop()
    write(laptop, name="乙")
    assert len(laptop.store.chains.all()) == 2


@pytest.mark.parametrize("left", ["", "[1", "{}", "[1, 2, 3]", '["1", "2"]', "é"])
def test_damaged_marker_begins_a_new_epoch(open_laptop: Opened, home: Path, left: str) -> None:
    laptop = open_laptop()
    write(laptop, name="甲")
    laptop.close()
    (marker,) = (home / "markers").glob("*.json")
    marker.write_text(left, encoding="utf-8")
    laptop = open_laptop()
    write(laptop, name="乙")
    assert len(laptop.store.chains.all()) == 2
    assert laptop.check(full=True).ok


def test_work_goes_on_when_the_marker_cannot_be_written(open_laptop: Opened, home: Path) -> None:
    laptop = open_laptop()
    shutil.rmtree(home / "markers", ignore_errors=True)
    (home / "markers").write_text("in the way")
    assert write(laptop, name="甲")
    laptop.close()


def test_device_begins_a_new_epoch_when_a_copy_of_it_wrote_on(laptop: Workspace) -> None:
    write(laptop, name="甲")
    mine = laptop.scribe.chain
    theirs = a_commit(an_operation("乙", kind="party", entity=PARTY, field="phone"), after=mine)
    arrive(laptop, theirs)
    laptop.scribe.sign_head()
    signed = laptop.store.chains.signed(*mine.key)
    assert signed is None or signed.chain.head != theirs.id
    write(laptop, name="丙")
    assert laptop.scribe.chain.epoch > mine.epoch
    assert laptop.check(full=True).ok


# undo and redo


def test_several_steps_are_taken_back_and_done_again(laptop: Workspace) -> None:
    for name in ("甲", "乙", "丙"):
        write(laptop, name=name)
    for expected in ("乙", "甲", ""):
        assert laptop.scribe.can_undo(PARTY)
        assert laptop.scribe.undo(PARTY).touches("party", PARTY)
        assert party(laptop).name == expected
    assert not laptop.scribe.can_undo(PARTY)
    assert trouble_of(laptop.scribe.undo, PARTY) is Code.NOT_LAST
    for expected in ("甲", "乙", "丙"):
        laptop.scribe.redo(PARTY)
        assert party(laptop).name == expected
    assert trouble_of(laptop.scribe.redo, PARTY) is Code.NOT_LAST
    laptop.scribe.undo(PARTY)
    laptop.scribe.undo(PARTY)
    laptop.scribe.redo(PARTY)
    assert party(laptop).name == "乙"
    assert laptop.check(full=True).ok


def test_step_of_several_fields_is_one(laptop: Workspace) -> None:
    write(laptop, name="甲", phone="1")
    write(laptop, name="乙", phone="2")
    laptop.scribe.undo(PARTY)
    assert (party(laptop).name, party(laptop).phone) == ("甲", "1")


def test_nothing_can_be_done_again_after_something_else_was_written(laptop: Workspace) -> None:
    write(laptop, name="甲")
    laptop.scribe.undo(PARTY)
    write(laptop, phone="1")
    assert not laptop.scribe.can_redo(PARTY)


def test_step_cannot_be_taken_back_after_it_was_changed_elsewhere(laptop: Workspace) -> None:
    write(laptop, name="甲")
    written_elsewhere(laptop, "乙")
    assert not laptop.scribe.can_undo(PARTY)
    assert trouble_of(laptop.scribe.undo, PARTY) is Code.NOT_LAST
    assert party(laptop).name == "乙"


def test_step_cannot_be_taken_back_while_it_is_in_conflict(laptop: Workspace) -> None:
    write(laptop, name="甲")
    written_elsewhere(laptop, "乙", seen=False)
    assert trouble_of(laptop.scribe.undo, PARTY) is Code.NOT_LAST


def test_step_cannot_be_taken_back_after_the_same_value_was_written_elsewhere(laptop: Workspace) -> None:
    write(laptop, name="甲")
    written_elsewhere(laptop, "甲")
    assert trouble_of(laptop.scribe.undo, PARTY) is Code.NOT_LAST


def test_step_can_be_taken_back_after_another_field_was_changed_elsewhere(laptop: Workspace) -> None:
    write(laptop, name="甲")
    written_elsewhere(laptop, "2", "phone")
    laptop.scribe.undo(PARTY)
    assert (party(laptop).name, party(laptop).phone) == ("", "2")


def test_step_below_a_changed_one_is_not_reached(laptop: Workspace) -> None:
    write(laptop, phone="1")
    write(laptop, name="甲")
    written_elsewhere(laptop, "乙")
    assert trouble_of(laptop.scribe.undo, PARTY) is Code.NOT_LAST


def test_removal_is_taken_back_and_done_again(laptop: Workspace) -> None:
    write(laptop, name="甲")
    laptop.scribe.write([Edit("party", PARTY, GONE, True)], undo=PARTY)
    laptop.scribe.undo(PARTY)
    assert not laptop.store.things.state(PARTY).is_gone(PARTY)
    written_elsewhere(laptop, "1", "phone")
    laptop.scribe.redo(PARTY)
    state = laptop.store.things.state(PARTY)
    assert state.is_gone(PARTY)
    assert not state.conflicts()


def test_steps_of_one_root_are_apart_from_those_of_another(laptop: Workspace) -> None:
    write(laptop, name="甲")
    other = PARTY[:-1] + "2"
    laptop.scribe.write([Edit("party", other, "name", "乙")], undo=other)
    laptop.scribe.undo(PARTY)
    assert party(laptop).name == ""
    assert laptop.store.things.state(other).values(other) == {"name": "乙"}


def test_steps_of_an_earlier_run_stand(open_laptop: Opened) -> None:
    laptop = open_laptop()
    write(laptop, name="甲")
    laptop.close()
    assert not open_laptop().scribe.can_undo(PARTY)


def test_what_is_no_step_cannot_be_taken_back_nor_anything_before_it(laptop: Workspace) -> None:
    write(laptop, phone="1")
    write(laptop, phone="2")
    laptop.scribe.undo(PARTY)
    write(laptop, undo="", name="甲")
    assert not laptop.scribe.can_undo(PARTY)
    assert not laptop.scribe.can_redo(PARTY)
    write(laptop, phone="3")
    laptop.scribe.undo(PARTY)
    assert (party(laptop).name, party(laptop).phone) == ("甲", "1")


def test_answer_is_not_taken_back_once_the_visit_is_final(laptop: Workspace) -> None:
    visit, _ = laptop.inspections.new("mask_shop")
    laptop.inspections.set(visit, place="南宾街道")
    laptop.scribe.write([Edit("visit", visit, "stage", "final")])
    assert trouble_of(laptop.inspections.undo, visit) is Code.NOT_LAST
    assert laptop.inspections.read(visit).visit.place == "南宾街道"


def test_foreign_run_of_commits_is_not_ours(laptop: Workspace) -> None:
    before = laptop.scribe.chain
    arrive(laptop, *a_run(3, device="elsewhere"))
    assert laptop.scribe.chain == before
    assert len(laptop.store.chains.all()) == 2
