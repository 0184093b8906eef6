"""Calls staff by sound: three rising notes, made here; one for a test."""

from __future__ import annotations

import math
import threading
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

RATE: Final = 44_100
"""Samples a second, 16 bits each, one channel."""

PATIENCE: Final = 5.0
"""Seconds until a sound must have begun."""

_NOTES: Final = (660.0, 784.0, 988.0)
_NOTE_SECONDS: Final = 0.45
_FADE_SECONDS: Final = 0.02
_LOUDNESS: Final = 0.6
_TIMES: Final = 3


def tone(*, test: bool = False) -> bytes:
    """The notes as samples; they fade in and out, so that nothing clicks."""
    notes = _NOTES[:1] if test else _NOTES * _TIMES
    return b"".join(_note(hertz) for hertz in notes)


def _note(hertz: float) -> bytes:
    count, fade = int(RATE * _NOTE_SECONDS), RATE * _FADE_SECONDS
    return array(
        "h",
        (
            int(
                32_767 * _LOUDNESS
                * min(1.0, n / fade, (count - n) / fade)
                * math.sin(math.tau * hertz * n / RATE)
            )
            for n in range(count)
        ),
    ).tobytes()  # fmt: skip


@dataclass
class _Wish:
    """A sound asked for, and what became of it."""

    test: bool
    begun: threading.Event = field(default_factory=threading.Event)
    fault: str = "the kiosk is busy"


class AlarmSound(QObject):
    """Satisfies `AlertChannel`. Lives on the GUI thread; `send` is called from another one."""

    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    def send(self, code: VisitCode, *, test: bool = False) -> None:
        """Begin to play; the code is not told.

        Raises:
            KioskError: SOUND_FAILED.
        """
        del code
        wish = _Wish(test)
        self._wanted.emit(wish)
        wish.begun.wait(PATIENCE)
        if wish.fault:
            raise KioskError(ErrorCode.SOUND_FAILED, reason=wish.fault)

    def stop(self) -> None:
        """Be quiet."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None

    def _on_wanted(self, wish: _Wish) -> None:
        wish.fault = self._play(tone(test=wish.test))
        wish.begun.set()

    def _play(self, samples: bytes) -> str:
        """Play; what is wrong, or nothing."""
        try:
            # Here, not above: it looks for the machine's sound system, which takes a while.
            from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices
        except ImportError:
            return "no sound support is installed"
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return "no sound device"
        self.stop()
        shape = QAudioFormat()
        shape.setSampleRate(RATE)
        shape.setChannelCount(1)
        shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(shape):
            return "the sound device takes no plain sound"
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(samples))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, shape, self)
        self._sink.start(self._buffer)
        return "" if self._sink.error() == QAudio.Error.NoError else "the sound device refused"
