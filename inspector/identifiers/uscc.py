"""统一社会信用代码 (GB 32100-2015): eighteen characters with a check character, an organisation code inside."""

from datetime import date

from inspector.errors import Problem
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.organisation_code import check_character as organisation_check
from inspector.identifiers.region import region_name
from inspector.identifiers.scheme import Reading, scheme


def check_character(body: str) -> str:
    """The eighteenth character for the first seventeen.

    python-stdnum counts rightly; its `validate` is not used because it refuses letters at places 1 and 2 (N and Y kinds).
    """
    from stdnum.cn import uscc  # 90 ms to import: paid on the first use

    return str(uscc.calc_check_digit(body))


def judge(text: str, on: date | None = None) -> Judgement:
    """Judges *text* as a unified social credit code; *on* plays no part, the code has no term."""
    rules = scheme(Kind.USCC)
    reading = rules.read(text)
    if reading.layout is None:
        return reading.unfit()
    if reading.scheme == "registration_number":
        problem = Problem("uscc_registration_number", "registration", {"number": reading.text})
        facts = {"scheme": reading.scheme}
        # fifteen digits may also be the beginning of eighteen
        return reading.judged(Verdict.UNKNOWN_SCHEME, "", (problem,), facts, is_partial=True)
    expected = check_character(reading.text[:-1])
    if expected != reading.parts["check"]:
        context = {"expected": expected, "found": reading.parts["check"]}
        problem = Problem("identifier_check_wrong", "check", context)
        return reading.judged(Verdict.BAD_CHECKSUM, problems=(problem,), facts=_facts(reading))
    return reading.judged(Verdict.VALID, problems=_leads(reading), facts=_facts(reading))


def _region(reading: Reading) -> str:
    code = reading.parts["region"]
    own: dict[str, str] = scheme(Kind.USCC).tables["regions"]
    return own.get(code) or region_name(code)


def _facts(reading: Reading) -> dict[str, str]:
    parts = reading.parts
    facts = {"scheme": reading.scheme, "region": parts["region"]}
    if name := _region(reading):
        facts["region_name"] = name
    pair = parts["authority"] + parts["category"]
    if pair in scheme(Kind.USCC).tables["entities"]:
        facts["entity"] = pair
    return facts | {"organisation_code": parts["organisation"]}


def _leads(reading: Reading) -> tuple[Problem, ...]:
    """What a right check character leaves to ask: hints, since old regions and odd organisation codes are lawful."""
    leads = []
    code = reading.parts["organisation"]
    expected = organisation_check(code[:-1])
    if code[-1] != expected:
        context = {"organisation_code": code, "expected": expected, "found": code[-1]}
        leads.append(Problem("uscc_organisation_check", "organisation", context))
    if not _region(reading):
        leads.append(Problem("uscc_region_unknown", "region", {"region": reading.parts["region"]}))
    return tuple(leads)
