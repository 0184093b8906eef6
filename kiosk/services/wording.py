"""The sentences for errors: what is wrong and how to mend it, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.i18n import N_, Words
from kiosk.services.clinic_wording import spelled

SENTENCES: Final[dict[ErrorCode, str]] = {
    ErrorCode.FILE_MISSING: N_("there is no such file; check the path"),
    ErrorCode.FILE_UNREADABLE: N_("cannot be read (%(reason)s); check its permissions"),
    ErrorCode.FILE_UNWRITABLE: N_("cannot be written (%(reason)s); choose another place"),
    ErrorCode.FILE_TOO_LARGE: N_("is larger than %(most)s bytes; this is not such a file"),
    ErrorCode.NOT_UTF8: N_("is not UTF-8 text here; save the file as UTF-8"),
    ErrorCode.BAD_TOML: N_("is not TOML: %(reason)s"),
    ErrorCode.BAD_JSON: N_("is not JSON: %(reason)s"),
    ErrorCode.BAD_VALUE: N_("%(key)s: %(reason)s"),
    ErrorCode.UNKNOWN_KEY: N_("unknown key %(key)s; remove it or correct its name%(nearest)s"),
    ErrorCode.MISSING_KEY: N_("the key %(key)s is missing; add it"),
    ErrorCode.UNKNOWN_LANGUAGE: N_("unknown language %(given)s; known are %(known)s"),
    ErrorCode.UNKNOWN_TOPIC: N_("there is no topic %(given)s; there are %(known)s"),
    ErrorCode.UNKNOWN_CARD: N_("there is no card %(given)s in this topic; there are %(known)s"),
    ErrorCode.UNKNOWN_INSTRUMENT: N_(
        "questionnaire: there is no instrument %(given)s; there are %(known)s"
    ),
    ErrorCode.UNKNOWN_SIGN: N_("there is no warning sign %(given)s; there are %(known)s"),
    ErrorCode.CONTENT_BROKEN: N_("%(reason)s"),
    ErrorCode.CONTENT_EMPTY: N_("this content cannot be shown; run kiosk content check"),
    ErrorCode.STORE_WRONG_KEY: N_(
        "the database cannot be opened with this key; put back the key file that belongs to it"
    ),
    ErrorCode.STORE_NEWER: N_(
        "the database was written by a newer version of the kiosk; install that version"
    ),
    ErrorCode.STORE_CORRUPT: N_("the database is damaged; restore it from a backup"),
    ErrorCode.STORE_LOCKED: N_("the database is busy; close the other program that uses it"),
    ErrorCode.STORE_IN_USE: N_("another kiosk is running on this data folder; end it first"),
    ErrorCode.STORE_NO_FOLDER: N_("the data folder cannot be used (%(reason)s)"),
    ErrorCode.STORE_KEY_MISSING: N_(
        "there is a database but not its key file; put the key file back beside it"
    ),
    ErrorCode.STORE_KEY_BROKEN: N_("the key must be 32 bytes long; put back the right one"),
    ErrorCode.STORE_CREDENTIAL_MISSING: N_(
        "kiosk.toml says that the key is the systemd credential kiosk-key, but there is none here;"
        " start the kiosk as the service that has it"
    ),
    ErrorCode.STORE_KEYRING_MISSING: N_(
        "kiosk.toml says that the key is in the keyring, but none can be used here (%(reason)s);"
        " log in as the user who has it and unlock it"
    ),
    ErrorCode.STORE_KEYRING_EMPTY: N_(
        "there is a database but no key for this data folder in the keyring; log in as the user"
        " who has it, or restore a backup that has a passphrase"
    ),
    ErrorCode.KEY_NOT_OURS: N_(
        "the key comes from systemd, which alone can change it: stop the kiosk, kiosk backup"
        " --passphrase, give the service a new credential, kiosk restore --replace --passphrase"
    ),
    ErrorCode.BACKUP_FOREIGN: N_(
        "is no backup of a kiosk, or was made under another key or passphrase; give the right one"
        " with --key FILE or --passphrase"
    ),
    ErrorCode.BACKUP_BROKEN: N_("is cut off or damaged; take another backup"),
    ErrorCode.BACKUP_NEWER: N_(
        "was made by a newer version of the kiosk; install that version first"
    ),
    ErrorCode.BACKUP_DIFFERS: N_(
        "the copy was not the same as the database and was deleted; look at the disk, and try again"
    ),
    ErrorCode.BACKUP_IN_DATA: N_("lies in the data folder itself; choose a place on another disk"),
    ErrorCode.BACKUP_KEY_NEEDED: N_(
        "this data folder has no key yet: give the backup's own with --key FILE or --passphrase"
    ),
    ErrorCode.BACKUP_KEY_BROKEN: N_("is no key: it must hold 32 bytes"),
    ErrorCode.PHRASE_NEEDED: N_(
        "there is no terminal to ask on; give the passphrase on standard input with"
        " --passphrase-stdin"
    ),
    ErrorCode.PHRASE_TOO_SHORT: N_("a passphrase needs at least %(least)s characters"),
    ErrorCode.FOLDER_NOT_EMPTY: N_(
        "there is something in this data folder; choose an empty one, or add --replace: what is"
        " there is copied first"
    ),
    ErrorCode.STORE_FAILED: N_(
        "the database failed in a way that was not foreseen (%(reason)s); report this, please"
    ),
    ErrorCode.DISK_FULL: N_("the disk is full; make room and try again, nothing saved was lost"),
    ErrorCode.AUDIT_CHANGED: N_(
        "the audit log is not as it was written: line %(line)s has been changed; keep a copy of the"
        " data folder and find out who had its key"
    ),
    ErrorCode.AUDIT_MISPLACED: N_(
        "the audit log is not as it was written: line %(line)s is missing or out of its order; keep"
        " a copy of the data folder and find out who had its key"
    ),
    ErrorCode.AUDIT_CUT: N_(
        "the audit log is not as it was written: its end is missing from line %(line)s on; keep a"
        " copy of the data folder and find out who had its key"
    ),
    ErrorCode.AUDIT_REWRITTEN: N_(
        "the audit log is not as it was written: line %(line)s is not the one that was noted; keep"
        " a copy of the data folder and find out who had its key"
    ),
    ErrorCode.AUDIT_BAD_HEAD: N_(
        "--head is not what kiosk audit verify prints: a number, a colon and 64 hexadecimal digits"
    ),
    ErrorCode.EXPORT_NO_FOLDER: N_("name a folder for files in the settings: admin.folder"),
    ErrorCode.SETTINGS_NO_FILE: N_(
        "the kiosk was started without a settings file: start it with kiosk --settings FILE run"
    ),
    ErrorCode.OFFER_LAST: N_("offer another one first: nothing would be left"),
    ErrorCode.TEXT_CHANGED: N_("it was changed meanwhile: read it again"),
    ErrorCode.APPROVAL_UNNAMED: N_("say as what you stand for it, such as midwife"),
    ErrorCode.LOOK_FAILED: N_("the machine could not be looked at: run kiosk doctor"),
    ErrorCode.AUDIT_BAD_SUFFIX: N_("give the file a name that ends in .csv or .json"),
    ErrorCode.VISIT_UNKNOWN: N_("there is no such visit; kiosk visits lists them"),
    ErrorCode.VISIT_AMBIGUOUS: N_("several visits begin like this; give more of the id"),
    ErrorCode.NO_CODE_FREE: N_("all codes are in use; mark old visits as reviewed"),
    ErrorCode.ALERT_OPEN: N_("somebody waits here: first say what was done about the alert"),
    ErrorCode.CODE_TAKEN: N_(
        "another visit has this code now; mark that one as reviewed first, then take this one up"
    ),
    ErrorCode.SLIP_UNKNOWN: N_("there is no such slip, or another visit carries it"),
    ErrorCode.BAD_CHART: N_(
        "a chart number has %(least)s to %(most)s letters, digits, dashes, dots or slashes"
    ),
    ErrorCode.BAD_POSITION: N_("item %(item)s takes a position from 1 to %(most)s"),
    ErrorCode.TOO_MANY_ANSWERS: N_("there are only %(most)s items"),
    ErrorCode.TEXT_DIFFERS: N_(
        "differs from the published wording: %(items)s; correct the file, or accept with"
        " --accept-differences --by NAME"
    ),
    ErrorCode.TEXT_NOT_INSTALLED: N_("no text is installed in this language"),
    ErrorCode.TEXT_BROKEN: N_("%(reason)s"),
    ErrorCode.TEXT_WRONG_INSTRUMENT: N_("is a text for another instrument; %(wanted)s is wanted"),
    ErrorCode.TEXT_UNFIT: N_(
        "cannot be installed: %(items)s; correct the file: the published order of options, one"
        " language throughout"
    ),
    ErrorCode.TEXT_UNKNOWN_FORMAT: N_(
        "is none of the files understood: a text pack (TOML), a FHIR R4 Questionnaire (JSON) or"
        " a REDCap data dictionary (CSV)"
    ),
    ErrorCode.TEXT_LANGUAGE_NEEDED: N_("does not say its language; give it with --language"),
    ErrorCode.TEXT_LANGUAGE_DISAGREES: N_(
        "is in %(given)s by its own account, not in %(wanted)s; correct the file or --language"
    ),
    ErrorCode.PERMISSION_EMPTY: N_(
        "the permission is empty; name the licence, letter or contract that allows the use"
    ),
    ErrorCode.NAME_NEEDED: N_("say who accepts the differences with --by NAME"),
    ErrorCode.STAFF_NAME_EMPTY: N_("the name is empty; give one"),
    ErrorCode.STAFF_NAME_TAKEN: N_("there is already somebody of that name"),
    ErrorCode.STAFF_UNKNOWN: N_("there is nobody of that name; kiosk staff list shows all"),
    ErrorCode.LAST_ADMIN: N_("nobody else is an administrator; make somebody one first"),
    ErrorCode.PIN_TOO_SHORT: N_("a PIN needs at least %(least)s digits"),
    ErrorCode.PIN_TOO_SIMPLE: N_("this PIN is too easy to guess; choose another"),
    ErrorCode.PIN_LOCKED: N_("too many wrong PINs; wait %(seconds)s seconds"),
    ErrorCode.PIN_WRONG: N_("that PIN is not right"),
    ErrorCode.PIN_TAKEN: N_("this PIN cannot be used; choose another"),
    ErrorCode.PIN_NEEDED: N_(
        "there is no terminal to ask on; give the PIN on standard input with --pin-stdin"
    ),
    ErrorCode.PIN_UNCHANGED: N_("this is the PIN you were given; choose one of your own"),
    ErrorCode.NO_PRINTER_SUPPORT: N_("this machine has no printer support; the page is kept"),
    ErrorCode.NO_PRINTER: N_(
        "no printer is set up, or the print system is not running; the page is kept"
    ),
    ErrorCode.PRINT_FAILED: N_("the print system refused the page; it is kept"),
    ErrorCode.PAGE_RELEASED: N_(
        "this page was already sent to the printer; ask for it again only if it did not come out"
    ),
    ErrorCode.SLIP_NOT_PRINTED: N_("the printer did not print the slip (%(reason)s); look at it"),
    ErrorCode.SOUND_FAILED: N_(
        "no sound can be played here (%(reason)s); connect a loudspeaker and switch it on"
    ),
    ErrorCode.WEBHOOK_FAILED: N_("the address did not take the call (%(reason)s); check it"),
    ErrorCode.CHANNEL_SILENT: N_("the channel gave no answer; check what it is connected to"),
    ErrorCode.CHANNEL_NONE: N_(
        "no alert channel is set up; add [[alerts.channel]] to the settings file"
    ),
    ErrorCode.CLINIC_MODE_INCOMPLETE: N_(
        "clinic mode cannot start; missing: %(missing)s. kiosk doctor --clinic says what to do"
    ),
    ErrorCode.REHEARSAL_STUCK: N_("the rehearsal could not go on from the screen %(screen)s"),
    ErrorCode.SCRIPT_CONTRADICTS: N_("%(reason)s"),
}

_MARKED: Final = frozenset({ErrorCode.TEXT_DIFFERS, ErrorCode.TEXT_UNFIT})
_MARKS: Final = (
    (re.compile(r"all:(?P<language>\w+)"), N_("every item is in %(language)s")),
    (re.compile(r"(?P<item>\d+):(?P<language>\w+)"), N_("item %(item)s is in %(language)s")),
    (
        re.compile(r"(?P<item>\d+)/order"),
        N_("item %(item)s: the options stand in another order"),
    ),
    (re.compile(r"(?P<item>\d+)/(?P<option>\d+)"), N_("item %(item)s option %(option)s")),
    (re.compile(r"(?P<item>\d+)"), N_("item %(item)s")),
)


def spell(marks: Iterable[str], words: Words) -> str:
    """What a letter check found, in words: "3/2" as "item 3 option 2"."""
    return words.listed(_spell(mark, words) for mark in marks)


def _spell(mark: str, words: Words) -> str:
    for pattern, sentence in _MARKS:
        if found := pattern.fullmatch(mark):
            return words.gettext(sentence) % found.groupdict()
    return mark


def sentence_of(error: KioskError, words: Words) -> str:
    """An error as a sentence of its own, for a screen."""
    said = describe(error, words)
    return f"{said[:1].upper()}{said[1:]}."


def describe(error: KioskError, words: Words) -> str:
    """One line: place, fault and mend."""
    params = dict(error.params)
    if error.code is ErrorCode.UNKNOWN_KEY:
        nearest = params.get("nearest")
        meant = words.gettext(N_(" (did you mean %(nearest)s?)")) % params if nearest else ""
        params["nearest"] = meant
    if error.code is ErrorCode.CLINIC_MODE_INCOMPLETE:
        params["missing"] = spelled(str(params["missing"]), words)
    if error.code in _MARKED:
        params["items"] = spell(str(params["items"]).split(), words)
    sentence = words.gettext(SENTENCES[error.code]) % params
    place = words.left_to_right(str(error.place)) if error.place else ""
    line = f"{place}: {sentence}" if place else sentence
    # What was given, or a path, may hold line breaks of its own.
    return " ".join(line.splitlines())
