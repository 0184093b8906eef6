"""What kiosk.toml may say: every key with its type, its limits and a sentence of help.

This is the one place where a setting is written down. Reading, checking, the list that
`kiosk settings show` prints and the screens of administrators are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal, get_args

import msgspec
from msgspec import Meta

from kiosk.i18n import N_

Paper = Literal["letter", "a4"]
KeySource = Literal["file", "credential", "keyring"]
ChannelKind = Literal["slip", "sound", "webhook"]

PAPER_SIZES: Final[tuple[str, ...]] = get_args(Paper)
CHANNEL_KINDS: Final[tuple[str, ...]] = get_args(ChannelKind)

LANGUAGE: Final = {"of": "language"}
"""Marks a text that is the code of a language."""


class Clinic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[clinic]`: its name on the page, and the language its staff read."""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=80,
            description=N_("The name of the clinic, as it stands on every page."),
        ),
    ] = "Your clinic"
    kiosk: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=40,
            description=N_("What this kiosk is called, where a clinic has several."),
        ),
    ] = "kiosk 1"
    language: Annotated[
        str,
        Meta(
            extra=LANGUAGE,
            description=N_("The language of the clinician's page and of the staff screens."),
        ),
    ] = "en"


class Idle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[idle]`: seconds without a touch before the warning, and the countdown's length."""

    seconds: Annotated[
        int, Meta(ge=20, le=3600, description=N_("Seconds without a touch until the warning."))
    ] = 60
    epds_seconds: Annotated[
        int, Meta(ge=20, le=3600, description=N_("The same while she answers the questionnaire."))
    ] = 120
    countdown_seconds: Annotated[
        int,
        Meta(
            ge=20,
            le=600,
            description=N_("Seconds from the warning until the screen is wiped."),
        ),
    ] = 20
    paused_minutes: Annotated[
        int,
        Meta(
            ge=1,
            le=24 * 60,
            description=N_("Minutes that a visit is kept open for somebody who was called away."),
        ),
    ] = 60


class Printing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[printing]`: the printers by the names of their CUPS queues, and the paper."""

    printer: Annotated[
        str,
        Meta(
            max_length=127,
            description=N_("The CUPS queue that pages go to; empty: the system's default."),
        ),
    ] = ""
    paper: Annotated[Paper, Meta(description=N_("The size of the paper in the printer."))] = (
        "letter"
    )
    second: Annotated[
        str,
        Meta(
            max_length=127,
            description=N_(
                "A CUPS queue that takes over when the first is known not to have printed; empty:"
                " none."
            ),
        ),
    ] = ""
    copies: Annotated[
        int, Meta(ge=1, le=5, description=N_("How many copies of a page are printed."))
    ] = 1
    release: Annotated[
        Literal["hold", "auto"],
        Meta(
            description=N_(
                "Whether a page waits until staff release it (hold) or prints when the visit ends"
                " (auto)."
            )
        ),
    ] = "hold"


class Staff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[staff]`: the screens behind the PIN."""

    logoff_seconds: Annotated[
        int,
        Meta(
            ge=20,
            le=900,
            description=N_("Seconds without a touch until the staff screens lock themselves."),
        ),
    ] = 120


class ResponseLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[response.line]]`: a telephone line of the clinic's own; name and note by language."""

    number: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=24,
            description=N_("The number of a help line of your own, as it is dialled."),
        ),
    ]
    name: Annotated[
        Mapping[str, Annotated[str, Meta(min_length=1, max_length=60)]],
        Meta(description=N_("What the line is called, in every language offered.")),
    ]
    note: Annotated[
        Mapping[str, Annotated[str, Meta(min_length=1, max_length=80)]],
        Meta(description=N_("When it answers, or whom; may be left out.")),
    ] = {}


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[sound]`: whether pages can be read aloud.

    `headphones` is the clinic's word that whoever stands beside her hears nothing.
    """

    read_aloud: Annotated[
        bool,
        Meta(description=N_("Offer to read pages aloud where there is a voice and a loudspeaker.")),
    ] = True
    headphones: Annotated[
        bool,
        Meta(
            description=N_(
                "Your word that nobody else hears it: then private pages are read aloud, too."
            )
        ),
    ] = False


class Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[keys]`: keys for who cannot see or touch the screen, by name; "" is no key.

    Arrows, Tab, Enter, Space and Escape move, choose and go back, whatever stands here.
    """

    help: Annotated[str, Meta(max_length=20, description=N_("The key that calls for help."))] = "F1"
    repeat: Annotated[
        str, Meta(max_length=20, description=N_("The key that says the last words once more."))
    ] = "F2"
    voice: Annotated[
        str, Meta(max_length=20, description=N_("The key that begins and ends spoken guidance."))
    ] = "F3"
    pause: Annotated[
        str, Meta(max_length=20, description=N_("The key that breaks reading off and goes on."))
    ] = "F4"
    speed: Annotated[
        str, Meta(max_length=20, description=N_("The key that changes how fast is read."))
    ] = "F5"
    volume: Annotated[
        str, Meta(max_length=20, description=N_("The key that changes how loud is read."))
    ] = "F6"


class Access(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[access]`: for who has one switch, or whose hand trembles."""

    scanning: Annotated[
        bool,
        Meta(
            description=N_(
                "Light up what can be chosen in turn; one key, or a tap anywhere, chooses it."
            )
        ),
    ] = False
    scan_seconds: Annotated[
        float, Meta(ge=1, le=30, description=N_("Seconds that each stays lit."))
    ] = 2.0
    tap_guard_ms: Annotated[
        int,
        Meta(
            ge=0,
            le=2000,
            description=N_(
                "Milliseconds after a tap in which a new page takes no second one; 0: none."
            ),
        ),
    ] = 300


class Screen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[screen]`: the panel, and whether anything on it moves."""

    width_mm: Annotated[
        int,
        Meta(
            ge=0,
            le=3000,
            description=N_(
                "Width of the lit panel in millimetres, so that text is large enough; 0: as the"
                " screen tells."
            ),
        ),
    ] = 0
    motion: Annotated[
        bool,
        Meta(description=N_("Let new pages glide in, for a seventh of a second.")),
    ] = True


class Admin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[admin]`: where files go that administrators ask for at the kiosk; empty: nowhere."""

    folder: Annotated[
        str,
        Meta(
            description=N_(
                "The folder for backups, figures and copies of the audit log that are written at"
                " the kiosk, as a whole path."
            ),
        ),
    ] = ""


class Epds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[epds]`: the folder that administrators install a licensed text from; empty: none."""

    folder: Annotated[
        str,
        Meta(
            description=N_(
                "The folder in which an administrator at the kiosk finds a licensed text's file,"
                " as a whole path."
            ),
        ),
    ] = ""


class Response(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[response]`: what a visitor reads after an alert on item 10, in the clinic's words."""

    text: Annotated[
        Mapping[str, Annotated[str, Meta(min_length=1, max_length=240)]],
        Meta(
            description=N_(
                "Your own words to her after an alert on item 10, in every language offered."
            )
        ),
    ] = {}
    line: Annotated[
        tuple[ResponseLine, ...],
        Meta(description=N_("Help lines of your own, shown instead of the national ones.")),
    ] = ()


class AlertChannel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[alerts.channel]]`: a way to reach staff; joins after so many minutes."""

    kind: Annotated[
        ChannelKind,
        Meta(
            description=N_(
                "How staff are called: a slip at their printer, a sound, or a post to an address."
            )
        ),
    ]
    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=30,
            description=N_("What staff call this channel; each needs a name of its own."),
        ),
    ]
    printer: Annotated[
        str,
        Meta(
            max_length=127,
            description=N_("Of a slip: the CUPS queue of a printer where staff are."),
        ),
    ] = ""
    url: Annotated[
        str,
        Meta(
            description=N_("Of a webhook: the https address that the code is posted to."),
        ),
    ] = ""
    after_minutes: Annotated[
        int,
        Meta(
            ge=0,
            le=240,
            description=N_("Minutes after which the channel joins; 0 for the first one."),
        ),
    ] = 0


class Alerts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[alerts]`: how staff are reached; channels in their order."""

    repeat_minutes: Annotated[
        int,
        Meta(
            ge=1,
            le=60,
            description=N_("Minutes until staff are called again, while nobody takes over."),
        ),
    ] = 5
    channel: Annotated[
        tuple[AlertChannel, ...],
        Meta(description=N_("The ways to reach staff away from the kiosk, in their order.")),
    ] = ()


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[key]`: where the database's key comes from.

    `source` "file" is a file in the data folder, "credential" is systemd's `kiosk-key`,
    "keyring" is the keyring of the user who runs the kiosk. `encrypted_disk` is the clinic's
    word that the data folder lies on an encrypted disk.
    """

    source: Annotated[
        KeySource,
        Meta(
            description=N_(
                "Where the database's key is: a file in the data folder, a systemd credential, or"
                " the keyring of the user who runs the kiosk."
            )
        ),
    ] = "file"
    encrypted_disk: Annotated[
        bool, Meta(description=N_("Your word that the data folder lies on an encrypted disk."))
    ] = False

    @property
    def is_apart(self) -> bool:
        """Whether the key is kept apart from the data folder."""
        return self.source != "file"


class Retention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[retention]`: how long visits are kept."""

    days: Annotated[
        int, Meta(ge=1, le=3650, description=N_("Days after which a visit is deleted."))
    ] = 30
    after_print: Annotated[
        bool,
        Meta(
            description=N_(
                "Whether a visit is deleted as soon as its page was printed and staff have"
                " reviewed it."
            )
        ),
    ] = False


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that kiosk.toml may say.

    `questionnaire` is the id of the instrument that is offered: the EPDS, or one that the
    content folder defines. `topics` are ids of topics of the content folder.
    """

    mode: Annotated[
        Literal["rehearsal", "clinic"],
        Meta(
            description=N_(
                "Whether everything is marked as practice, or answers are real and nothing may be"
                " missing."
            )
        ),
    ] = "rehearsal"
    languages: Annotated[
        tuple[Annotated[str, Meta(extra=LANGUAGE)], ...],
        Meta(
            description=N_(
                "The languages of the first screen in their order; empty: all that are whole."
            )
        ),
    ] = ()
    topics: Annotated[
        tuple[Annotated[str, Meta(min_length=1, max_length=60)], ...],
        Meta(
            description=N_(
                "The topics of the home screen in their order, by the names of their folders;"
                " empty: all."
            )
        ),
    ] = ()
    questionnaire: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=60,
            description=N_(
                "The questionnaire that is offered: epds, or the id of one that the content folder"
                " defines."
            ),
        ),
    ] = "epds"
    clinic: Clinic = Clinic()
    idle: Idle = Idle()
    printing: Printing = Printing()
    staff: Staff = Staff()
    key: Key = Key()
    sound: Sound = Sound()
    keys: Keys = Keys()
    access: Access = Access()
    screen: Screen = Screen()
    admin: Admin = Admin()
    epds: Epds = Epds()
    retention: Retention = Retention()
    response: Response = Response()
    alerts: Alerts = Alerts()
