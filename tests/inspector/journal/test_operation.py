import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import ids
from inspector.journal.operation import Name, Operation
from inspector.journal.segment import strict_json
from tests.builders import an_operation

NAME = Name("ab" * 32, 0)


def test_digest_is_taken_in_two_steps_from_value_and_shape() -> None:
    operation = an_operation("摊位3号", parents=[NAME])
    value_digest = ids.sha256(bytes.fromhex(operation.nonce) + ids.canonical("摊位3号"))
    shape: ids.Json = ["visit", operation.entity, "place", [f"{'ab' * 32}:0"], value_digest]
    assert operation.digest == ids.sha256(ids.canonical(shape))


def test_equal_values_have_different_digests_since_nonces_differ() -> None:
    said = [Operation.write("visit", "v", "rights_told", True) for _ in range(50)]
    assert len({o.value_digest for o in said}) == 50


@pytest.mark.parametrize(
    "changed",
    [
        an_operation("摊位4号"),
        an_operation(kind="answer"),
        an_operation(entity="visit-2"),
        an_operation(field="subject"),
        an_operation(parents=[NAME]),
        an_operation(None),
    ],
)
def test_digest_changes_when_anything_of_the_operation_does(changed: Operation) -> None:
    assert changed.digest != an_operation().digest


def test_redaction_destroys_value_and_nonce_and_keeps_the_digest() -> None:
    operation = an_operation("5002401990****0011", parents=[NAME])
    redacted = operation.redact()
    assert redacted.digest == operation.digest
    assert (redacted.value, redacted.nonce, redacted.redacted) == (None, "", True)
    assert b"5002401990" not in ids.canonical(redacted.to_json())
    assert Operation.from_json(redacted.to_json()) == redacted


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=6,
    )
)
def test_operation_comes_back_from_its_stored_form(value: ids.Json) -> None:
    operation = an_operation(value, parents=[NAME, Name("cd" * 32, 7)])
    assert Operation.from_json(strict_json(ids.canonical(operation.to_json()))) == operation


def test_parents_are_stored_in_one_order() -> None:
    names = [Name("cd" * 32, 1), Name("ab" * 32, 10), Name("ab" * 32, 9)]
    assert an_operation(parents=names).parents == tuple(sorted(names))


GOOD = an_operation(parents=[NAME]).to_json()
assert isinstance(GOOD, list)


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        GOOD[:4],
        [*GOOD, 0],
        [1, *GOOD[1:]],
        [*GOOD[:3], "no list", GOOD[4]],
        [*GOOD[:3], [str(NAME), str(NAME)], GOOD[4]],
        [*GOOD[:3], [f"{'cd' * 32}:0", str(NAME)], GOOD[4]],
        [*GOOD[:3], [f"{'AB' * 32}:0"], GOOD[4]],
        [*GOOD[:3], [f"{'ab' * 32}:00"], GOOD[4]],
        [*GOOD[:3], [f"{'ab' * 32}:٣"], GOOD[4]],
        [*GOOD[:3], [None], GOOD[4]],
        [*GOOD[:4], ["00" * 15, "short nonce"]],
        [*GOOD[:4], ["AA" * 16, "upper case"]],
        [*GOOD[:4], [" a" * 16, "blanks"]],
        [*GOOD[:4], ["00" * 16]],
        [*GOOD[:4], {"digest": "00" * 31}],
        [*GOOD[:4], {"digest": "zz" * 32}],
        [*GOOD[:4], {"digest": "00" * 32, "value": "more"}],
        [*GOOD[:4], "no payload"],
    ],
)
def test_stored_form_is_refused_when_it_cannot_have_been_written(stored: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (which of its kinds does not matter)
        Operation.from_json(stored)


@pytest.mark.parametrize(
    "text", ["", "ab:1", f"{'ab' * 32}", f"{'ab' * 32}:-1", f"{'ab' * 32}:1 ", f"{'gg' * 32}:1"]
)
def test_name_is_refused_when_it_is_not_of_its_form(text: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        Name.parse(text)


def test_name_comes_back_from_its_text() -> None:
    assert Name.parse(str(Name("ab" * 32, 120))) == Name("ab" * 32, 120)


def test_root_is_the_first_part_of_the_entity() -> None:
    assert an_operation(entity="v/answer/card-2/C1-04").root == "v"
    assert an_operation(entity="v").root == "v"
