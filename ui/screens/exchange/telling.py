"""What came of an export or an import, in words: what is done, what is missing, what to do next."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from ui import text
from ui.theme import Tone
from ui.widgets.said import Said

if TYPE_CHECKING:
    from inspector.sync.importing import Imported
    from inspector.sync.outgoing import Exported
    from inspector.workspace.intake import Intake


class Telling(QObject):
    """Makes the lines; *names* are those of the computers that are known, by device."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def exported(self, exported: "Exported") -> list[Said]:
        """Whether the stick can be pulled out, what lies on it, and what could not travel."""
        visits = self.tr("%n visit(s)", "", exported.records)
        photos = self.tr("%n photo(s)", "", exported.photos)
        facts = " · ".join((visits, photos, size(exported.size_bytes), exported.path.name))
        if exported.state == "verified":
            words = self.tr("Written, read back and verified. The stick can be pulled out.")
            lines = [Said(Tone.GOOD, words, facts)]
        else:
            words = self.tr(
                "Written. This system cannot read it back past its memory, so it is not verified: "
                "eject the stick before you pull it out."
            )
            lines = [Said(Tone.WARN, words, facts)]
        return [
            *lines,
            *(Said(Tone.WARN, text.sentence("blob_missing", sha256=m[:16])) for m in exported.missing),
        ]

    def received(self, intake: "Intake", folder: Path) -> list[Said]:
        """Each bundle with its reconciliation, then what waits, what was refused, and where the receipts lie."""
        read = [bundle for bundle in intake.bundles if bundle.parked is None]
        fresh = [bundle for bundle in read if bundle.reconciliation is not None]
        lines = [self._bundle(bundle) for bundle in fresh]
        if known := len(read) - len(fresh):
            lines.append(Said(Tone.MUTED, self.tr("%n bundle(s) had been read before", "", known)))
        lines += [self.waiting(parked.path, parked.wanted) for parked in intake.parked]
        lines += [self._fork(fork.device, fork.seq) for fork in intake.forks]
        if intake.absent:
            words = self.tr("%n photo(s) are named and did not come along.", "", len(intake.absent))
            lines.append(Said(Tone.WARN, words, self.tr("The laptop keeps them until a receipt names them.")))
        lines += [Said(Tone.BAD, text.problem(problem)) for problem in intake.refused]
        lines += self._receipts(intake, folder)
        return lines or [Said(Tone.MUTED, self.tr("There was nothing new here."))]

    def waiting(self, path: Path, needs: str) -> Said:
        """A bundle that waits, and what it needs: `device/epoch:seq` for each chain, as it is kept."""
        wanted = []
        for need in needs.split():
            device, _, end = need.partition("/")
            seq = end.rpartition(":")[2]
            wanted.append(self.tr("{name} up to number {seq}").format(name=self.name(device), seq=seq))
        words = self.tr("{file} waits for an earlier bundle.").format(file=path.name)
        below = self.tr("Needed first: {needs}. Bring that stick, or have it written anew. Nothing is lost.")
        return Said(Tone.WARN, words, below.format(needs=self.tr(", ").join(wanted)))

    def name(self, device: str) -> str:
        """What a computer is called."""
        return self._names.get(device, device[:8])

    def _bundle(self, bundle: "Imported") -> Said:
        words = self.tr("{name}: {new} changes read, {known} were known").format(
            name=self.name(bundle.sender), new=bundle.applied, known=bundle.skipped
        )
        found = bundle.reconciliation
        assert found is not None
        if found.differing:
            told = self.tr("Reconciliation: {n} of {all} chains do not end as the sender says.")
            return Said(Tone.WARN, words, told.format(n=len(found.differing), all=found.chains))
        told = self.tr("Reconciliation: all {all} chains end exactly as the sender says.")
        return Said(Tone.GOOD, words, told.format(all=found.chains))

    def _fork(self, device: str, seq: int) -> Said:
        words = self.tr("Incident: the journal of {name} has two different contents from number {seq} on.")
        below = self.tr("Both branches are kept. It stands above under “To be looked at”.")
        return Said(Tone.BAD, words.format(name=self.name(device), seq=seq), below)

    def _receipts(self, intake: "Intake", folder: Path) -> list[Said]:
        if not intake.receipts:
            return []
        records = self.tr("%n record(s)", "", intake.records)
        photos = self.tr("%n photo(s)", "", intake.evidence)
        vouched = self.tr("Newly receipted: {counted}").format(counted=self.tr(", ").join((records, photos)))
        aside = [receipt.path.parent for receipt in intake.receipts if receipt.path.parent != folder]
        if aside:
            words = self.tr(
                "The stick cannot be written to. The receipts lie in {folder}: take them from there."
            )
            return [Said(Tone.WARN, words.format(folder=aside[0]), vouched)]
        to = sorted({self.name(bundle.sender) for bundle in intake.bundles if bundle.parked is None})
        words = self.tr("Receipts are written to the stick. Bring it back to {names}.")
        return [Said(Tone.GOOD, words.format(names=self.tr(", ").join(to)), vouched)]


def size(size_bytes: int) -> str:
    """A size as people say it."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
