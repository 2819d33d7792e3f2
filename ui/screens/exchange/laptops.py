"""终端: the computers of the office's circle, and the word that a lost one no longer counts."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs.dialog import Dialog
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, Rule, small
from ui.widgets.chip import Chip
from ui.widgets.page import Page

if TYPE_CHECKING:
    from inspector.inspection.people import Device


class LaptopsPage(Page):
    """Every computer with its fingerprint; in the office each of the others can be revoked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(width=280, margin=0, centred=False, parent=parent)
        self._context = context
        self._own = context.workspace.device
        self._is_office = context.workspace.is_office
        self._shown: Sequence[Device] | None = None
        self.card = Card()
        self.card.column.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        self.card.column.setSpacing(0)
        self.column.addWidget(
            small(
                self.tr(
                    "A new laptop writes its request to a stick; choose that stick under “Hand over” to approve it."
                )
                if self._is_office
                else self.tr(
                    "These computers belong to the office. Only the office lets them in or revokes them."
                )
            )
        )
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def show_devices(self, devices: "Sequence[Device]", office: str) -> None:
        """Shows *devices*; *office* is the device of the office."""
        if devices == self._shown:
            return
        self._shown = devices
        while (item := self.card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, device in enumerate(devices):
            if number:
                self.card.column.addWidget(Rule())
            self.card.column.addWidget(self._row(device, office))

    def _row(self, device: "Device", office: str) -> QWidget:
        row = QWidget()
        icon, name = QLabel(), QLabel(device.name)
        theme.dress(icon, "office" if device.id == office else "laptop", "muted", theme.text_size(1.5))
        theme.set_kind(name, "label")
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addWidget(name)
        words.addWidget(small(device.station))
        digits = QLabel(_fingerprint(device.id))
        theme.set_kind(digits, "code")
        digits.setToolTip(self.tr("Fingerprint"))
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.space(5), theme.space(3), theme.space(3), theme.space(3))
        line.setSpacing(theme.space(3))
        line.addWidget(icon)
        line.addLayout(words, 1)
        if device.id == self._own:
            line.addWidget(Chip(self.tr("This computer"), Tone.ACCENT))
        if device.revoked:
            line.addWidget(Chip(self.tr("Revoked"), Tone.BAD))
        line.addWidget(digits)
        if self._is_office and device.id != self._own and not device.revoked:
            revoke = Button(self.tr("Revoke"), Weight.QUIET)
            revoke.setAccessibleName(f"{revoke.text()} {device.name}")
            revoke.clicked.connect(lambda: self._ask(device))
            line.addWidget(revoke)
        else:
            line.addSpacing(theme.space(20))
        return row

    def _ask(self, device: "Device") -> None:
        lead = self.tr(
            "For a laptop that is lost or stolen. What the office has of it stays; what it writes from now on does not "
            "count. To come back it has to be enrolled anew under a new key."
        )
        dialog = Dialog(
            self.tr("Revoke {name}?").format(name=device.name), self.tr("Revoke"), lead, self.window()
        )
        dialog.confirm.clicked.connect(dialog.accept)
        dialog.cancel.setDefault(True)
        dialog.accepted.connect(lambda: self._revoke(device))
        dialog.open()

    def _revoke(self, device: "Device") -> None:
        self._context.write(partial(self._context.workspace.exchange.revoke, device.id), self._revoked)

    def _revoked(self) -> None:
        self._context.messages.good(
            self.tr("Revoked. Write a bundle for the laptops, so that they know it too.")
        )


def _fingerprint(device: str) -> str:
    return " ".join(device[i : i + 4] for i in range(0, 16, 4)).upper()
