"""Builds what administrators work with at the kiosk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.language import BUILT_IN
from kiosk.i18n import SOURCE_LANGUAGE
from kiosk.library.approving import ContentApprovals
from kiosk.services.administration import Administration, Backup
from kiosk.services.approvals import Approvals
from kiosk.services.doctor.finding import Finding
from kiosk.services.quality import Quality
from kiosk.services.settings_book import SettingsBook
from kiosk.storage.backup import back_up
from kiosk.storage.exports import Exports
from kiosk.storage.key_place import key_place
from kiosk.wiring import Services, figures_page
from kiosk.wiring.settings_file import OpenedFile, refuse_settings

_PATIENCE: Final = 120
"""Seconds: looking for voices and at printers takes its time."""


def open_administration(
    services: Services, data: Path, content: Path, settings_file: Path | None
) -> Administration:
    """What administrators work with.

    Args:
        services: All services.
        data: The data folder.
        content: The content folder.
        settings_file: The file that the kiosk was started with; None where there was none.
    """
    settings = services.settings
    quality = Quality(services.store.visits, services.instrument)
    page = figures_page(services)
    words = services.words(settings.clinic.language)

    def write_backup(file: str, by: str) -> Backup:
        place = key_place(data, settings.key.source)
        done = datetime.now().astimezone(), by
        held = back_up(data, place, Path(file), None, done)
        return Backup(file, held.visits, log_is_whole=held.broken is None)

    return Administration(
        log=services.store.audit,
        clock=services.clock,
        figures_from=quality.figures,
        figures_page=lambda found: page.render(found, words, services.clock()),
        back_up=write_backup,
        machine=_doctor(data, content, settings_file, settings.clinic.language),
        folder=Exports(Path(settings.admin.folder)) if settings.admin.folder else None,
    )


def open_approvals(services: Services, content: Path) -> Approvals:
    """Texts for an administrator to read and stand for."""
    record = ContentApprovals(content, services.clock)
    return Approvals(record, services.store.audit, services.clock)


def open_settings(
    services: Services, data: Path, content: Path, settings_file: Path | None
) -> SettingsBook:
    """kiosk.toml for an administrator; read-only where the kiosk was started without one."""
    file = None
    if settings_file is not None:
        file = OpenedFile(settings_file, lambda made: refuse_settings(data, content, made))
    return SettingsBook(file, services.settings, services.store.audit, services.clock)


def _doctor(
    data: Path, content: Path, settings_file: Path | None, language: str
) -> Callable[[], tuple[Finding, ...]]:
    """Looks at everything in a process of its own: it opens what the kiosk has open."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    where = ["--data", str(data), "--content", str(content)]
    where += ["--settings", str(settings_file)] if settings_file is not None else []
    told_in = language if language in BUILT_IN else SOURCE_LANGUAGE
    command = [*program, *where, "doctor", "--json", "--lang", told_in]

    def look() -> tuple[Finding, ...]:
        try:
            done = subprocess.run(  # noqa: S603 - this program itself
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
            return tuple(msgspec.convert(json.loads(done.stdout), list[Finding]))
        except (OSError, ValueError, subprocess.TimeoutExpired):
            raise KioskError(ErrorCode.LOOK_FAILED) from None

    return look
