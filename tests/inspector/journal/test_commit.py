from dataclasses import fields, replace

import pytest

from inspector.errors import Code, Trouble
from inspector.journal.commit import Chain, Commit, check_chain, head_statement
from tests.builders import a_commit, a_run, an_operation


@pytest.mark.parametrize("name", [f.name for f in fields(Commit)])
def test_id_changes_when_any_part_of_the_commit_does(name: str) -> None:
    commit = a_commit()
    other: object = {
        int: lambda v: v + 1, str: lambda v: v + "x", tuple: lambda v: (*v, an_operation("more")),
    }[type(getattr(commit, name))](getattr(commit, name))  # fmt: skip
    assert replace(commit, **{name: other}).id != commit.id  # type: ignore[arg-type]


def test_id_stays_when_an_operation_is_redacted() -> None:
    commit = a_commit(an_operation("甲"), an_operation("乙", field="subject"))
    assert replace(commit, operations=(commit.operations[0].redact(), commit.operations[1])).id == commit.id


def test_id_changes_when_operations_change_places() -> None:
    commit = a_commit(an_operation("甲"), an_operation("乙"))
    assert replace(commit, operations=commit.operations[::-1]).id != commit.id


def test_chain_is_followed_to_its_end() -> None:
    run = a_run(5)
    assert check_chain(Chain("laptop", 1), run) == run[-1].chain
    assert check_chain(run[1].chain, run[2:]) == run[-1].chain


@pytest.mark.parametrize(
    "broken",
    [
        lambda run: [run[0], *run[2:]],
        lambda run: [run[1], run[0], *run[2:]],
        lambda run: [run[0], run[0], *run[1:]],
        lambda run: [replace(run[0], clock=99), *run[1:]],
        lambda run: [run[0], replace(run[1], device="other"), *run[2:]],
        lambda run: [run[0], replace(run[1], epoch=2), *run[2:]],
        lambda run: [run[0], replace(run[1], operations=(an_operation("forged"),)), *run[2:]],
    ],
)
def test_chain_is_refused_when_a_commit_does_not_follow(broken: object) -> None:
    with pytest.raises(Trouble) as trouble:
        check_chain(Chain("laptop", 1), broken(a_run(4)))  # type: ignore[operator]
    assert trouble.value.code is Code.JOURNAL_BROKEN


def test_chain_is_refused_when_a_commit_is_forged_at_its_end_and_the_head_is_known() -> None:
    run = a_run(3)
    forged = replace(run[-1], actor="马")
    assert check_chain(Chain("laptop", 1), [*run[:-1], forged]) != run[-1].chain


def test_commit_comes_back_from_its_stored_form() -> None:
    run = a_run(2)
    assert Commit.from_json(run[0].chain, run[1].to_json()) == run[1]


@pytest.mark.parametrize(
    ("place", "value"), [(0, 1), (1, "1"), (1, True), (1, -1), (1, 1 << 63), (2, None), (4, []), (4, {})]
)
def test_stored_form_is_refused_when_it_cannot_have_been_written(place: int, value: object) -> None:
    stored = a_commit().to_json()
    assert isinstance(stored, list)
    stored[place] = value  # type: ignore[call-overload]
    with pytest.raises(ValueError):  # noqa: PT011
        Commit.from_json(Chain("laptop", 1), stored)


def test_head_statement_differs_for_every_chain() -> None:
    chain = Chain("laptop", 1, 7, "ab" * 32)
    others = [
        replace(chain, device="laptop2"), replace(chain, epoch=17), replace(chain, seq=8), replace(chain, head="cd" * 32),
    ]  # fmt: skip
    assert len({head_statement(c) for c in (chain, *others)}) == 5
