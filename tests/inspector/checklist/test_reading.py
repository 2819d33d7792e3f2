import itertools
from pathlib import Path

import pytest

from inspector import checklist, wording
from inspector.errors import Code, Problem, Trouble

WRONG = """\
id: 1wrong
title: {zh_CN: 错误}
version: "1"
colour: red
choices:
  empty: []
  doubled: [{name: a, label: {zh_CN: 甲, en: A}}, {name: a, label: {zh_CN: 乙, en: B}}]
  spaced: [{name: a b, label: {zh_CN: 甲, en: A, fr: A}}]
survey:
  - {item: two words, type: mark, label: {zh_CN: 甲, en: A}}
  - {item: kind_mark, type: mark, label: {zh_CN: 甲, en: A}}
  - {item: choice, type: select_one nowhere, label: {zh_CN: 甲, en: A}}
  - {item: kind_mark, type: mark, label: {zh_CN: 甲, en: A}}
  - {item: kind, type: text, label: {zh_CN: 甲, en: A}}
  - {item: c, type: choice, label: {zh_CN: 甲, en: A}}
  - {item: d, type: text doubled, label: {zh_CN: 甲, en: A}}
  - {item: e, type: text, fact: integer, label: {zh_CN: 甲, en: A}}
  - {item: f, type: mark, lable: {zh_CN: 甲, en: A}}
  - {item: g, type: mark, label: 甲, required: yes, basis: [TM/999]}
  - {item: h, type: text, label: {zh_CN: 甲, en: A}, constraint: . > 1, identifier: phone, same_as_previous: perhaps}
  - {item: i, type: calculate}
  - {item: j, type: mark, label: {zh_CN: 甲, en: A}, fact_clear: "看到{sight}"}
  - {item: k, type: text, label: {zh_CN: 甲, en: A}, relevant: "${kind} = "}
  - {item: l, type: text, label: {zh_CN: 甲, en: A}, relevant: "/data/kind = 'a'"}
  - {item: m, type: text, label: {zh_CN: 甲, en: A}, relevant: "${nothing} = 'a' or document('x')"}
  - {item: n, type: text, label: {zh_CN: 甲, en: A}, relevant: "selected(${kind})"}
  - {item: o, type: text, label: {zh_CN: 甲, en: A}, relevant: "regex(${kind}, '(')"}
  - {item: p, type: text, label: {zh_CN: 甲, en: A}, relevant: "count('x') > 1"}
  - {item: q, type: text, label: {zh_CN: 甲, en: A}, relevant: "jr:choice-name(${kind}, 'kind') = 'x'"}
  - {item: r, type: text, label: {zh_CN: 甲, en: A}, relevant: "${s} = 'a'"}
  - {item: s, type: text, label: {zh_CN: 甲, en: A}, relevant: "${r} = 'a'"}
  - {row: t}
  - {repeat: u, label: {zh_CN: 甲, en: A}, named_by: [kind], rows: [{repeat: v, label: {zh_CN: 甲, en: A}, rows: []}]}
  - {item: w, item: w, type: note, label: {zh_CN: [甲], en: A}, goods: colour}
  - {item: x, type: text, label: {zh_CN: 甲, en: A}, fact_said: "{fact}[${nothing}]"}
  - {item: y, type: text, label: {zh_CN: 甲, en: A}, fact_said: "[${x}]{note}"}
  - {item: z, type: mark, label: {zh_CN: 甲, en: A}, fact_said: "{fact}"}
"""


def refused(file: Path) -> tuple[Problem, ...]:
    with pytest.raises(Trouble) as caught:
        checklist.read(file)
    assert caught.value.code is Code.CHECKLIST_INVALID
    return caught.value.problems


def test_every_mistake_is_told_with_its_place_when_a_file_has_one_of_each_kind(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(WRONG, encoding="utf-8")
    found = {(p.code.removeprefix("checklist_"), int(p.where.partition(":")[2])) for p in refused(file)}
    assert found == {
        ("name_malformed", 1), ("language_missing", 2), ("column_unknown", 4), ("list_empty", 6), ("choice_twice", 7),
        ("name_malformed", 8), ("language_unknown", 8), ("name_malformed", 10), ("name_reserved", 11),
        ("list_unknown", 12), ("name_twice", 13), ("name_reserved", 13), ("type_unknown", 15), ("type_list", 16),
        ("fact_twice", 17), ("column_unknown", 18), ("column_missing", 18), ("shape", 19), ("column_idle", 19),
        ("basis_unknown", 19), ("column_missing", 20), ("value_unknown", 20), ("column_missing", 21), ("pattern", 22),
        ("rule_syntax", 23), ("rule_path", 24), ("rule_reference_unknown", 25), ("rule_function_unknown", 25),
        ("rule_arguments", 26), ("rule_regex", 27), ("rule_count", 28), ("rule_choice_name", 29), ("rule_loop", 30),
        ("row_kind", 32), ("named_by", 33), ("repeat_nested", 33), ("column_missing", 33), ("key_twice", 34), ("shape", 34),
        ("language_missing", 34), ("value_unknown", 34), ("fact_said", 35), ("pattern", 36), ("column_idle", 37),
    }  # fmt: skip


def test_every_problem_has_a_sentence_without_gaps(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(WRONG, encoding="utf-8")
    for problem, language in itertools.product(refused(file), wording.LANGUAGES):
        told = wording.sentence(problem.code, language, **problem.context)
        assert told != problem.code
        assert "…" not in told.replace(str(problem.context.get("found")), "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id: [", "checklist_yaml"),
        ("a: &x 1\nb: *x", "checklist_alias"),
        ("[" * 100, "checklist_deep"),
        ("id: \x00", "checklist_yaml"),
        ("just words", "checklist_shape"),
        ("", "checklist_column_missing"),
        ("survey: {a: b}\n", "checklist_column_missing"),
        (" " * 2_000_001, "checklist_large"),
        ("!!python/object:os.system {}", "checklist_column_missing"),
    ],
)
def test_a_file_that_is_no_checklist_is_refused_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(text, encoding="utf-8")
    problems = refused(file)
    assert code in {p.code for p in problems}
    assert all(p.where.startswith("wrong.yaml") for p in problems)


def test_json_of_another_shape_is_refused() -> None:
    deep: object = "x"
    for _ in range(100):
        deep = [deep]
    for value in (3, None, {"survey": [1]}, {"survey": deep}, []):
        with pytest.raises(Trouble):
            checklist.from_json(value)


PART = """\
part: shared
rows:
  - {item: a, type: mark, codes: [X-1], basis: [PQL/27, PQL/33], label: {zh_CN: 甲, en: A}}
  - {item: b, type: mark, codes: [X-2], basis: [PQL/33, PQL/36], label: {zh_CN: 乙, en: B}}
  - {item: c, type: mark, label: {zh_CN: 丙, en: C}}
"""
HEAD = "id: whole\ntitle: {zh_CN: 全, en: W}\nversion: '1'\n"


def test_parts_are_put_in_place_when_a_checklist_includes_them(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(PART, encoding="utf-8")
    file = tmp_path / "whole.yaml"
    use = "{use: a, merges: [b], hint: {zh_CN: 看, en: look}}"
    file.write_text(f"{HEAD}include: [shared]\ndrop: [c]\nsurvey:\n  - {use}\n", encoding="utf-8")
    (item,) = checklist.read(file).items
    assert item.name == "a"
    assert item.codes == ("X-1", "X-2")
    assert item.basis == ("PQL/27", "PQL/33", "PQL/36")
    assert item.hint
    assert item.hint.of("en") == "look"


def test_rows_of_parts_are_told_when_forgotten_doubled_or_unknown(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(PART, encoding="utf-8")
    file = tmp_path / "whole.yaml"
    file.write_text(
        f"{HEAD}include: [shared, ../shared, absent]\ndrop: [d]\nsurvey:\n  - use: a\n  - use: a\n    merges: [b]\n",
        encoding="utf-8",
    )
    found = {(p.code, p.where) for p in refused(file)}
    assert found == {
        ("checklist_part_unknown", "whole.yaml:4"),
        ("checklist_row_unknown", "whole.yaml:5"),
        ("checklist_row_twice", "whole.yaml:8"),
        ("checklist_name_twice", "shared.yaml:3"),
        ("checklist_row_unplaced", "shared.yaml:5"),
    }


def test_a_missing_file_is_a_trouble_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        checklist.read(tmp_path / "absent.yaml")
    assert caught.value.code is Code.FILE_UNREADABLE


def test_an_unknown_checklist_is_said_to_be_unknown() -> None:
    with pytest.raises(Trouble) as caught:
        checklist.load("no_such")
    assert caught.value.code is Code.CHECKLIST_UNKNOWN


def test_every_loop_is_told_when_there_are_several(write) -> None:
    def waits(name: str, other: str) -> dict[str, object]:
        return write.item(name, "text", relevant=f"${{{other}}} = 'x'")

    with pytest.raises(Trouble) as caught:
        checklist.from_json(
            write.whole(
                waits("a", "b"),
                waits("b", "a"),
                waits("c", "c"),
                write.group("g", waits("d", "e")),
                waits("e", "d"),
            )
        )
    assert {p.context["loop"] for p in caught.value.problems} == {"a → b → a", "c → c", "d → e → d"}


def test_a_group_that_waits_for_its_own_item_is_a_loop(write) -> None:
    with pytest.raises(Trouble) as caught:
        checklist.from_json(write.whole(write.group("g", write.item("a", "text"), relevant="${a} = ''")))
    assert [p.code for p in caught.value.problems] == ["checklist_rule_loop"]
