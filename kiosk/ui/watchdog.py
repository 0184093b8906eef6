"""Tells systemd that the kiosk is there, whether somebody uses it, and that its windows answer."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

IN_USE: Final = "in use"
"""What `systemctl status` shows during a visit or while staff work: the nightly restart waits."""

FREE: Final = "between visits"


class Watchdog(QObject):
    """Speaks sd_notify(3) where systemd listens; where it does not, there is nothing to do.

    The timer runs in the thread of the windows: when that hangs, systemd hears nothing.
    """

    def __init__(self, parent: QObject, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._status = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        period = environment.get("WATCHDOG_USEC", "")
        if self._address and period.isdecimal() and int(period) > 0:
            self._timer.setInterval(max(1, int(period) // 2000))

    def start(self) -> None:
        """The kiosk is there."""
        self._say("READY=1")
        if self._timer.interval():
            self._timer.start()

    def show_use(self, in_use: bool) -> None:
        """Whether a restart would now disturb somebody; told when it changes."""
        status = IN_USE if in_use else FREE
        if status != self._status:
            self._status = status
            self._say(f"STATUS={status}")

    def stop(self) -> None:
        """The kiosk is about to end."""
        self._timer.stop()
        self._say("STOPPING=1")

    def _on_tick(self) -> None:
        self._say("WATCHDOG=1")

    def _say(self, what: str) -> None:
        if not self._address:
            return
        # "@" stands for the zero byte with which abstract addresses begin.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to_systemd:
            try:
                to_systemd.sendto(what.encode(), address)
            except OSError:
                # Nobody listens any more: the kiosk must not end for it.
                return
