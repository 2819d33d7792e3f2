"""The proof that a chain is whole, from the bytes on disk."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.errors import Code, Problem, Trouble
from inspector.journal.commit import Chain, check_chain
from inspector.storage.branches import Branch
from inspector.storage.chains import Chains
from inspector.storage.database import Database


@dataclass(frozen=True)
class Followed:
    """The roots of a chain that was read, whether it is whole, and what is wrong."""

    roots: frozenset[str]
    whole: bool
    problems: tuple[Problem, ...]


def follow(
    database: Database, chains: Chains, chain: Chain, after: int, came_to: Callable[[int], object]
) -> Followed:
    """Reads *chain* from `after + 1` to its end, and files anew what is not found by its roots.

    *came_to* is told each seq that was reached, and may raise.
    """
    roots: set[str] = set()
    problems: list[Problem] = []
    at = None if after else Chain(*chain.key)
    try:
        for piece in chains.stored(*chain.key, after):
            commits = piece.read()
            at = check_chain(at or piece.start, commits)
            said = frozenset(r for c in commits for r in c.roots)
            roots |= said
            came_to(at.seq)
            with database.writing():
                if piece.file(said):
                    problems.append(Problem("index_differs", chain.device, {"seq": piece.start.seq + 1}))
    except Trouble as trouble:
        if trouble.code is not Code.JOURNAL_BROKEN:
            raise
        problems.append(Problem("chain_broken", chain.device, {"seq": trouble.context["seq"]}))
        return Followed(frozenset(roots), False, tuple(problems))
    end = at or Chain(*chain.key, after, chain.head)
    if end != chain:
        code = "chain_short" if end.seq < chain.seq else "chain_broken"
        problems.append(Problem(code, chain.device, {"seq": end.seq}))
    return Followed(frozenset(roots), end == chain, tuple(problems))


def follow_branch(database: Database, chains: Chains, branch: Branch) -> Followed:
    """Reads a branch that is kept beside its chain, and whether it parts from what the chain holds."""
    start = branch.segment.start
    try:
        commits = branch.segment.commits()
    except Trouble as trouble:
        if trouble.code is not Code.JOURNAL_BROKEN:
            raise
        problem = Problem("chain_broken", start.device, {"seq": trouble.context["seq"]})
        return Followed(branch.roots, False, (problem,))
    problems: list[Problem] = []
    with database.writing():
        if chains.branches.file(branch):
            problems.append(Problem("index_differs", start.device, {"seq": start.seq + 1}))
    parts = chains.leads_to(start)
    if not parts:
        problems.append(Problem("chain_broken", start.device, {"seq": start.seq}))
    return Followed(frozenset(r for c in commits for r in c.roots), parts, tuple(problems))
