"""The generator is to be believed: what it writes is what the façade would have written."""

from inspector.workspace import Workspace
from tests.benchmarks import county

VISITS = 60


def test_nothing_is_found_when_a_generated_county_is_checked(tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTOR_HOME", str(tmp_path / "home"))
    county.build(tmp_path / "office", VISITS, laptops=3, locked=0.2)
    with Workspace.open(tmp_path / "office", county.PASSPHRASE) as office:
        health = office.check(full=True)
        assert health.problems == ()
        assert health.inspections == VISITS
        assert 0 < health.locked < VISITS / 2
