"""Errors that carry a code and parameters; whoever shows them words them.

No parameter may hold an answer, a visit code or a person's name: errors reach logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ErrorCode(StrEnum):
    """What went wrong, one code a cause."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_UNWRITABLE = "file_unwritable"
    FILE_TOO_LARGE = "file_too_large"
    NOT_UTF8 = "not_utf8"
    BAD_TOML = "bad_toml"
    BAD_JSON = "bad_json"
    BAD_VALUE = "bad_value"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_TOPIC = "unknown_topic"
    UNKNOWN_CARD = "unknown_card"
    UNKNOWN_INSTRUMENT = "unknown_instrument"
    UNKNOWN_SIGN = "unknown_sign"
    CONTENT_BROKEN = "content_broken"
    CONTENT_EMPTY = "content_empty"
    STORE_WRONG_KEY = "store_wrong_key"
    STORE_NEWER = "store_newer"
    STORE_CORRUPT = "store_corrupt"
    STORE_LOCKED = "store_locked"
    STORE_IN_USE = "store_in_use"
    STORE_NO_FOLDER = "store_no_folder"
    STORE_KEY_MISSING = "store_key_missing"
    STORE_KEY_BROKEN = "store_key_broken"
    STORE_CREDENTIAL_MISSING = "store_credential_missing"
    STORE_KEYRING_MISSING = "store_keyring_missing"
    STORE_KEYRING_EMPTY = "store_keyring_empty"
    KEY_NOT_OURS = "key_not_ours"
    BACKUP_FOREIGN = "backup_foreign"
    BACKUP_BROKEN = "backup_broken"
    BACKUP_NEWER = "backup_newer"
    BACKUP_DIFFERS = "backup_differs"
    BACKUP_IN_DATA = "backup_in_data"
    BACKUP_KEY_NEEDED = "backup_key_needed"
    BACKUP_KEY_BROKEN = "backup_key_broken"
    PHRASE_NEEDED = "phrase_needed"
    PHRASE_TOO_SHORT = "phrase_too_short"
    FOLDER_NOT_EMPTY = "folder_not_empty"
    STORE_FAILED = "store_failed"
    DISK_FULL = "disk_full"
    AUDIT_CHANGED = "audit_changed"
    AUDIT_MISPLACED = "audit_misplaced"
    AUDIT_CUT = "audit_cut"
    AUDIT_REWRITTEN = "audit_rewritten"
    AUDIT_BAD_HEAD = "audit_bad_head"
    AUDIT_BAD_SUFFIX = "audit_bad_suffix"
    EXPORT_NO_FOLDER = "export_no_folder"
    SETTINGS_NO_FILE = "settings_no_file"
    OFFER_LAST = "offer_last"
    TEXT_CHANGED = "text_changed"
    APPROVAL_UNNAMED = "approval_unnamed"
    LOOK_FAILED = "look_failed"
    VISIT_UNKNOWN = "visit_unknown"
    VISIT_AMBIGUOUS = "visit_ambiguous"
    NO_CODE_FREE = "no_code_free"
    ALERT_OPEN = "alert_open"
    CODE_TAKEN = "code_taken"
    BAD_CHART = "bad_chart"
    SLIP_UNKNOWN = "slip_unknown"
    BAD_POSITION = "bad_position"
    TOO_MANY_ANSWERS = "too_many_answers"
    TEXT_DIFFERS = "text_differs"
    TEXT_NOT_INSTALLED = "text_not_installed"
    TEXT_BROKEN = "text_broken"
    TEXT_WRONG_INSTRUMENT = "text_wrong_instrument"
    TEXT_UNFIT = "text_unfit"
    TEXT_UNKNOWN_FORMAT = "text_unknown_format"
    TEXT_LANGUAGE_NEEDED = "text_language_needed"
    TEXT_LANGUAGE_DISAGREES = "text_language_disagrees"
    PERMISSION_EMPTY = "permission_empty"
    NAME_NEEDED = "name_needed"
    STAFF_NAME_EMPTY = "staff_name_empty"
    STAFF_NAME_TAKEN = "staff_name_taken"
    STAFF_UNKNOWN = "staff_unknown"
    LAST_ADMIN = "last_admin"
    PIN_TOO_SHORT = "pin_too_short"
    PIN_TOO_SIMPLE = "pin_too_simple"
    PIN_LOCKED = "pin_locked"
    PIN_WRONG = "pin_wrong"
    PIN_TAKEN = "pin_taken"
    PIN_NEEDED = "pin_needed"
    PIN_UNCHANGED = "pin_unchanged"
    NO_PRINTER_SUPPORT = "no_printer_support"
    NO_PRINTER = "no_printer"
    PRINT_FAILED = "print_failed"
    PAGE_RELEASED = "page_released"
    SLIP_NOT_PRINTED = "slip_not_printed"
    SOUND_FAILED = "sound_failed"
    WEBHOOK_FAILED = "webhook_failed"
    CHANNEL_SILENT = "channel_silent"
    CHANNEL_NONE = "channel_none"
    CLINIC_MODE_INCOMPLETE = "clinic_mode_incomplete"
    REHEARSAL_STUCK = "rehearsal_stuck"
    SCRIPT_CONTRADICTS = "script_contradicts"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


class KioskError(Exception):
    """A known failure: a code, where it was found, and parameters for the wording."""

    def __init__(
        self, code: ErrorCode, *, place: Place | None = None, **params: str | float
    ) -> None:
        super().__init__(code.value)
        self.code = code
        self.place = place
        self.params = params


class StorageError(KioskError):
    """The encrypted store could not be opened, read or written."""


class InputError(KioskError):
    """A file or an argument that a person wrote is not as it must be."""
