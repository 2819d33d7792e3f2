"""party add|find: whom visits are made to."""

from dataclasses import asdict

import click

from inspector.cli.session import Session
from inspector.cli.verbs import NAME, noun, option

PARTY = noun("party")


@PARTY.verb("add")
@click.argument("name", type=NAME)
@option("--uscc", default="")
@option("--licence-kind", default="")
@option("--address", default="")
@option("--representative", default="")
@option("--phone", default="")
@option("--other-contact", default="")
def add(session: Session, name: str, **facts: str) -> None:
    """A credit code that is known already is not entered a second time; one that fails its check is taken and told."""
    from inspector.identifiers import readout, recognition
    from inspector.identifiers.judgement import Kind
    from inspector.inspection.registry import Party

    tell = session.tell
    if facts["uscc"]:
        judgement = recognition.judge(Kind.USCC, facts["uscc"])
        if judgement.problems:
            tell.note("cli_beside", said=" ".join(readout.reasons(judgement, tell.language)))
        facts["uscc"] = judgement.normalised
    with session.opened() as workspace:
        known = workspace.registry.party_of_code(facts["uscc"])
        if known is not None:
            raise click.UsageError(tell.word("cli_party_known", name=known.name, id=known.id))
        party, _ = workspace.registry.add(Party(name=name, **facts))
    tell.give({"id": party}, [party])


@PARTY.verb("find")
@click.argument("text")
def find(session: Session, text: str) -> None:
    with session.opened() as workspace:
        found = workspace.registry.find_parties(text)
    tell = session.tell
    rows = [(p.id, p.name, p.uscc, p.address) for p in found]
    given = [{k: v for k, v in asdict(p).items() if k != "id_number"} for p in found]
    tell.give(given, tell.table(["cli_id", "cli_name", "cli_uscc", "cli_address"], rows))
