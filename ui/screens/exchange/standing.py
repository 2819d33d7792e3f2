"""How things stand between this desk and the others, read at once for all that is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.inspection.people import Device
    from inspector.workspace import Workspace
    from inspector.workspace.conflicts import Conflict, Unaccepted
    from inspector.workspace.incidents import Incident
    from inspector.workspace.intake import Overview

MOST_PENDING = 200
"""As many visits as are looked up; more are rather a sign that nobody ever hands over."""


@dataclass(frozen=True)
class Standing:
    """`names` are those of the computers by device; `devices` are empty before enrolment; `acting` is who is signed in."""

    overview: "Overview"
    incidents: "tuple[Incident, ...]"
    acting: str
    devices: "tuple[Device, ...]"
    names: dict[str, str]
    pending_visits: int
    unsent_others: int
    conflicts: "tuple[Conflict, ...]"
    unaccepted: "tuple[Unaccepted, ...]"


def read_standing(workspace: "Workspace") -> Standing:
    """Reads it; for a thread beside the window."""
    overview = workspace.exchange.overview()
    devices = workspace.exchange.devices() if overview.office else ()
    acting = workspace.officers.acting
    return Standing(
        overview,
        workspace.incidents.list(),
        workspace.officers.get(acting).name if acting else "",
        devices,
        {device.id: device.name for device in devices} | {workspace.device: workspace.desk.name},
        len(workspace.deliveries.pending(MOST_PENDING)),
        workspace.deliveries.unsent_others(),
        workspace.conflicts.list(),
        workspace.conflicts.unaccepted(),
    )
