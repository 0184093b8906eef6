"""Calls staff by sound: three rising notes, made here; one for a test."""

from __future__ import annotations

import math
import threading
from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QLoggingCategory,
    QObject,
    Qt,
    QTimer,
    Signal,
)

from kiosk.domain.code import VisitCode
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

T = TypeVar("T")

RATE: Final = 44_100
"""Samples a second, 16 bits each, one channel."""

PATIENCE: Final = 5.0
"""Seconds until a sound must have begun."""

_LOOK_MS: Final = 50
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

    samples: bytes
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
        try:
            # Here, not above and not on the GUI thread: it looks for the machine's sound system.
            import_module("PySide6.QtMultimedia")
        except ImportError:
            raise _failed("no sound support is installed") from None
        wish = _Wish(tone(test=test))
        self._wanted.emit(wish)
        wish.begun.wait(PATIENCE)
        if wish.fault:
            raise _failed(wish.fault)

    @property
    def is_playing(self) -> bool:
        """Whether there is something to hear."""
        # By name: newer versions of Qt have another enumeration of the same names.
        return self._sink is not None and self._sink.state().name == "ActiveState"

    def stop(self) -> None:
        """Be quiet."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None

    def _on_wanted(self, wish: _Wish) -> None:
        wish.fault = self._play(wish.samples)
        wish.begun.set()

    def _play(self, samples: bytes) -> str:
        """Play; what is wrong, or nothing."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        QLoggingCategory.setFilterRules("qt.multimedia*=false")
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
        return "" if self._sink.error().name == "NoError" else "the sound device refused"


def alarm_sound(settings: Settings, parent: QObject) -> AlarmSound | None:
    """What calls staff by sound; None where no channel does."""
    kinds = {channel.kind for channel in settings.alerts.channel}
    return AlarmSound(parent) if "sound" in kinds else None


def beside_sound(work: Callable[[AlarmSound], T]) -> T:
    """Do work in a thread while this one plays the sounds that the work asks for.

    Raises:
        KioskError: What the work raises.
    """
    app = QCoreApplication.instance() or QCoreApplication(["kiosk"])
    sound, ended = AlarmSound(), QTimer()
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work, sound)

        def look() -> None:
            if future.done() and not sound.is_playing:
                app.exit()

        ended.timeout.connect(look)
        ended.start(_LOOK_MS)
        app.exec()
        ended.stop()
    sound.stop()
    return future.result()


def _failed(reason: str) -> KioskError:
    return KioskError(ErrorCode.SOUND_FAILED, reason=reason)
