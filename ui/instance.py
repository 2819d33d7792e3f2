"""One window for one workspace: a second start brings the first window forward."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


class Instance(QObject):
    """Listens under a name made of the workspace's path.

    Signals:
        woken: the program was started a second time for the same workspace.
    """

    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)

    def listen(self, folder: Path) -> bool:
        """Listens for second starts with *folder*, and no longer for others.

        False when another window has that folder: it has come forward, and this one listens to nothing.
        """
        name = _name(folder)
        if self._server.isListening() and self._server.serverName() == name:
            return True
        self._server.close()
        if wake(folder):
            return False
        QLocalServer.removeServer(name)  # left behind by a program that died
        return self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _meet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.woken.emit()


def wake(folder: Path) -> bool:
    """Brings the window that has *folder* open forward, if there is one."""
    caller = QLocalSocket()
    caller.connectToServer(_name(folder))
    met = caller.waitForConnected(WAIT_MS)
    if met:
        caller.disconnectFromServer()
    return met


def _name(folder: Path) -> str:
    return "inspector-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
