"""kiosk.toml: its types, reading and checking; and where the project's own files are.

The list of all settings is `kiosk.settings.catalogue`: a start without a file needs none.
"""

from kiosk.settings.meaning import LOCAL_HOSTS, MOST_LINES
from kiosk.settings.places import (
    default_content_folder,
    default_data_folder,
    fonts_folder,
    translations_folder,
)
from kiosk.settings.reading import (
    check_response,
    load_settings,
    parse_settings,
    settings_faults,
)
from kiosk.settings.values import (
    CHANNEL_KINDS,
    PAPER_SIZES,
    Access,
    Admin,
    AlertChannel,
    Alerts,
    Clinic,
    Epds,
    Idle,
    Key,
    Keys,
    KeySource,
    Printing,
    Response,
    ResponseLine,
    Retention,
    Screen,
    Settings,
    Sound,
    Staff,
)

__all__ = [
    "CHANNEL_KINDS",
    "LOCAL_HOSTS",
    "MOST_LINES",
    "PAPER_SIZES",
    "Access",
    "Admin",
    "AlertChannel",
    "Alerts",
    "Clinic",
    "Epds",
    "Idle",
    "Key",
    "KeySource",
    "Keys",
    "Printing",
    "Response",
    "ResponseLine",
    "Retention",
    "Screen",
    "Settings",
    "Sound",
    "Staff",
    "check_response",
    "default_content_folder",
    "default_data_folder",
    "fonts_folder",
    "load_settings",
    "parse_settings",
    "settings_faults",
    "translations_folder",
]
