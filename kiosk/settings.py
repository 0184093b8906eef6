"""kiosk.toml as typed settings, and where the project's own files are."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES
from kiosk.domain.own_words import Fault, Way, is_line, missing_languages, text_faults
from kiosk.files import parse_toml, place_of, read_text

PAPER_SIZES: Final = ("letter", "a4")
CHANNEL_KINDS: Final = ("slip", "sound", "webhook")
LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "::1")
MOST_LINES: Final = 2
"""Help lines of the clinic's own that the page after item 10 has room for."""


class Clinic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clinic: its name on the page, and the language its staff read."""

    name: str = "Your clinic"
    kiosk: str = "kiosk 1"
    language: str = "en"


class Idle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds without a touch before the warning, and the countdown's length."""

    seconds: int = 60
    epds_seconds: int = 120
    countdown_seconds: int = 20
    paused_minutes: int = 60


class Printing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The printer's queue name (empty: the system's default), the paper, and who lets pages go.

    `release` "hold" keeps a page until staff release it, "auto" prints it when the visit ends.
    `second` is the queue that takes over when the first is known not to have printed.
    """

    printer: str = ""
    paper: Literal["letter", "a4"] = "letter"
    release: Literal["hold", "auto"] = "hold"
    second: str = ""
    copies: int = 1


class Staff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds without a touch or a key until the staff screens lock."""

    logoff_seconds: int = 120


class ResponseLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[response.line]]`: a telephone line of the clinic's own; name and note by language."""

    number: str
    name: Mapping[str, str]
    note: Mapping[str, str] = {}


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether pages can be read aloud.

    `headphones` is the clinic's word that whoever stands beside her hears nothing.
    """

    read_aloud: bool = True
    headphones: bool = False


class Epds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The folder that administrators install a licensed text from at the kiosk; empty: none."""

    folder: str = ""


class Response(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a visitor reads after an alert on item 10: the clinic's words by language."""

    text: Mapping[str, str] = {}
    line: tuple[ResponseLine, ...] = ()


class AlertChannel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[alerts.channel]]`: a way to reach staff; joins after so many minutes."""

    kind: str
    name: str
    printer: str = ""
    url: str = ""
    after_minutes: int = 0


class Alerts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How staff are reached; channels in their order."""

    repeat_minutes: int = 5
    channel: tuple[AlertChannel, ...] = ()


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the database's key comes from.

    `source` "file" is a file in the data folder, "credential" is systemd's `kiosk-key`.
    `encrypted_disk` is the clinic's word that the data folder lies on an encrypted disk.
    """

    source: Literal["file", "credential"] = "file"
    encrypted_disk: bool = False

    @property
    def is_credential(self) -> bool:
        """Whether systemd hands the key over."""
        return self.source == "credential"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that kiosk.toml may say.

    `questionnaire` is the id of the instrument that is offered: the EPDS, or one that the
    content folder defines.
    """

    mode: Literal["rehearsal", "clinic"] = "rehearsal"
    languages: tuple[str, ...] = ()
    questionnaire: str = "epds"
    clinic: Clinic = Clinic()
    idle: Idle = Idle()
    printing: Printing = Printing()
    staff: Staff = Staff()
    key: Key = Key()
    sound: Sound = Sound()
    epds: Epds = Epds()
    response: Response = Response()
    alerts: Alerts = Alerts()


def load_settings(path: Path | None) -> Settings:
    """Read kiosk.toml; the defaults when no path is given.

    Raises:
        InputError: The file is missing or something in it is not as it must be.
    """
    if path is None:
        return Settings()
    text = read_text(path)
    settings = parse_toml(text, Settings, str(path))
    _check(settings, text, str(path))
    return settings


def default_data_folder() -> Path:
    """Where visits are kept unless --data says otherwise."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "perinatal-kiosk"


def default_content_folder() -> Path:
    """The content that came with the project."""
    return _own("content")


def translations_folder() -> Path:
    """The catalogues of the interface."""
    return _own("translations")


def fonts_folder() -> Path:
    """The static fonts made at set-up."""
    return _package() / "_share" / "fonts"


def _package() -> Path:
    return Path(__file__).resolve().parent


def _own(name: str) -> Path:
    """A folder inside the installed package, or beside it in a checkout."""
    inside = _package() / "_share" / name
    return inside if inside.is_dir() else _package().parent / name


_BOUNDS: Final = {
    ("idle", "seconds"): (20, 3600),
    ("idle", "epds_seconds"): (20, 3600),
    ("idle", "countdown_seconds"): (20, 600),
    ("idle", "paused_minutes"): (1, 24 * 60),
    ("alerts", "repeat_minutes"): (1, 60),
    ("printing", "copies"): (1, 5),
    ("staff", "logoff_seconds"): (20, 3600),
}
"""The least and the most that a figure may be."""


def _check(settings: Settings, text: str, path: str) -> None:
    for language in (*settings.languages, settings.clinic.language):
        if language not in LANGUAGES:
            key = "languages" if language in settings.languages else "language"
            keys: list[str | int] = [key] if key == "languages" else ["clinic", key]
            raise InputError(
                ErrorCode.UNKNOWN_LANGUAGE,
                place=place_of(text, keys, path),
                given=language,
                known=", ".join(LANGUAGES),
            )
    for (table, key), (least, most) in _BOUNDS.items():
        value = getattr(getattr(settings, table), key)
        if not least <= value <= most:
            limit = f"at least {least}" if value < least else f"at most {most}"
            raise InputError(
                ErrorCode.BAD_VALUE,
                place=place_of(text, [table, key], path),
                key=key,
                reason=f"{limit} is needed",
            )
    faults = [*_channel_faults(settings.alerts), *_response_faults(settings.response)]
    if settings.epds.folder and not Path(settings.epds.folder).is_absolute():
        faults.append((["epds", "folder"], "the whole path of a folder is needed"))
    if settings.languages:
        faults += _missing(settings.response, settings.languages)
    _refuse(faults, text, path)


def check_response(settings: Settings, offered: Collection[str], file: Path | None = None) -> None:
    """See that the clinic's own response is there in every language that is offered.

    Args:
        settings: What the file says.
        offered: The languages of the first screen.
        file: The settings file, so that the place can be named.

    Raises:
        InputError: BAD_VALUE, naming the languages that are missing.
    """
    _refuse(list(_missing(settings.response, offered)), read_text(file) if file else "", file)


def _refuse(faults: list[Fault], text: str, path: object) -> None:
    for keys, reason in faults[:1]:
        key = ".".join(str(key) for key in keys if isinstance(key, str))
        place = place_of(text, keys, str(path)) if path else None
        raise InputError(ErrorCode.BAD_VALUE, place=place, key=key, reason=reason)


def _channel_faults(alerts: Alerts) -> Iterator[Fault]:
    names: set[str] = set()
    for count, channel in enumerate(alerts.channel):
        at: Way = ["alerts", "channel", count]
        for key, reason in _faults_of(channel):
            yield [*at, key], reason
        if not is_line(channel.name, 30):
            yield [*at, "name"], "a name of 1 to 30 characters is needed"
        if channel.name in names:
            yield [*at, "name"], "each channel needs a name of its own"
        if not 0 <= channel.after_minutes <= 240:  # noqa: PLR2004 - four hours, in the sentence too
            yield [*at, "after_minutes"], "0 to 240 is needed"
        if count == 0 and channel.after_minutes:
            yield [*at, "after_minutes"], "the first channel calls at once: 0 is needed"
        names.add(channel.name)


def _faults_of(channel: AlertChannel) -> Iterator[tuple[str, str]]:
    """What does not go with a channel's kind."""
    if channel.kind not in CHANNEL_KINDS:
        yield "kind", f"unknown; known are {', '.join(CHANNEL_KINDS)}"
        return
    if channel.kind == "slip" and not is_line(channel.printer, 127):
        yield "printer", "a slip needs the CUPS queue of a printer where staff are"
    if channel.kind == "webhook" and not _is_safe_address(channel.url):
        yield "url", "an https address is needed, or an http one of this machine (localhost)"
    for key, kind in (("printer", "slip"), ("url", "webhook")):
        if getattr(channel, key) and channel.kind != kind:
            yield key, f"only a channel of kind {kind} has one"


def _is_safe_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if not (parts.hostname and port_is_sound and url.isascii() and url.isprintable()):
        return False
    plain = " " not in url and "@" not in parts.netloc and not parts.fragment
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    return plain and safe


def _response_faults(response: Response) -> Iterator[Fault]:
    yield from text_faults(["response", "text"], response.text, 240)
    for count, line in enumerate(response.line):
        at: Way = ["response", "line", count]
        if count >= MOST_LINES:
            yield at, f"the page has room for {MOST_LINES} lines"
        if not is_line(line.number, 24):
            yield [*at, "number"], "a number of 1 to 24 characters is needed"
        yield from text_faults([*at, "name"], line.name, 60)
        yield from text_faults([*at, "note"], line.note, 80)


def _missing(response: Response, offered: Collection[str]) -> Iterator[Fault]:
    """Texts that lack a language; those that are not there at all lack none."""
    if response.text:
        yield from missing_languages(["response", "text"], response.text, offered)
    for count, line in enumerate(response.line):
        at: Way = ["response", "line", count]
        yield from missing_languages([*at, "name"], line.name, offered)
        if line.note:
            yield from missing_languages([*at, "note"], line.note, offered)
