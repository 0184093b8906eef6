"""What administrators do at the kiosk: look at the audit, figures and the machine, and back up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from kiosk.domain.audit import AuditHead, AuditLine
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.figures import Figures, Month
from kiosk.services.audit import FORMATS
from kiosk.services.audit import verify as verify_log
from kiosk.services.doctor.finding import Finding
from kiosk.services.figure_tables import to_csv
from kiosk.services.ports import AuditLog, AuditReader, Clock

BACKUP_WRITTEN: Final = "backup_written"
"""The action of a backup in the audit log."""


class Log(AuditReader, AuditLog, Protocol):
    """The log, to be read and gone on with."""


class ExportFolder(Protocol):
    """Where files for administrators go."""

    def save(self, name: str, content: bytes) -> str:
        """Write a new file; gives its whole path. An earlier one is never replaced.

        Raises:
            KioskError: FILE_UNWRITABLE.
        """
        ...

    def place(self, name: str) -> str:
        """The whole path that a new file of this name would have.

        Raises:
            KioskError: FILE_UNWRITABLE, where there is no such folder.
        """
        ...


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written: its whole path and the number of visits in it.

    `log_is_whole`: whether the audit log in it is as it was written.
    """

    path: str
    visits: int
    log_is_whole: bool


class BackUp(Protocol):
    """Writes a backup and looks it through."""

    def __call__(self, file: str, by: str) -> Backup:
        """Write it into a new file and the log.

        Raises:
            KioskError: It cannot be written, or is not the same when it is read again.
        """
        ...


@dataclass(frozen=True)
class Administration:
    """Everything here may take its time: for the runner.

    Attributes:
        log: The audit log.
        figures_from: (first month, last month) -> figures of each mode that has visits.
        figures_page: Figures -> the same as a PDF.
        back_up: Writes a backup.
        machine: What is found by looking at everything that can be wrong.
        folder: Where files go; None where kiosk.toml names none.
    """

    log: Log
    clock: Clock
    figures_from: Callable[[Month | None, Month | None], tuple[Figures, ...]]
    figures_page: Callable[[tuple[Figures, ...]], bytes]
    back_up: BackUp
    machine: Callable[[], tuple[Finding, ...]]
    folder: ExportFolder | None = None

    @property
    def can_save(self) -> bool:
        """Whether there is a folder for files."""
        return self.folder is not None

    def audit_lines(self, page: int, rows: int) -> tuple[Sequence[AuditLine], bool]:
        """A page of the log, newest first, and whether there is a further one."""
        lines = self.log.newest((page + 1) * rows + 1)[page * rows :]
        return lines[:rows], len(lines) > rows

    def verify(self) -> AuditHead:
        """See that the log is as it was written; gives its head.

        Raises:
            KioskError: As `services.audit.verify`.
        """
        return verify_log(self.log)

    def save_audit(self, suffix: str, by: str) -> str:
        """Write the whole log into a file, ".csv" or ".json"; gives its path.

        Raises:
            KioskError: EXPORT_NO_FOLDER, FILE_UNWRITABLE or StorageError.
        """
        path = self._folder.save(self._name("audit", suffix), FORMATS[suffix](self.log.lines()))
        self.log.write(self.clock(), by, "audit_exported")
        return path

    def figures(self, months: int) -> tuple[Figures, ...]:
        """Figures of the last so many months, the present one among them; 0: of all."""
        if not months:
            return self.figures_from(None, None)
        last = Month.of(self.clock())
        first = last
        for _ in range(months - 1):
            first = first.before
        return self.figures_from(first, last)

    def save_figures(self, found: tuple[Figures, ...], suffix: str, by: str) -> str:
        """Write figures into a file, ".csv" or ".pdf"; gives its path.

        Raises:
            KioskError: EXPORT_NO_FOLDER, FILE_UNWRITABLE or StorageError.
        """
        content = to_csv(found).encode() if suffix == ".csv" else self.figures_page(found)
        path = self._folder.save(self._name("figures", suffix), content)
        self.log.write(self.clock(), by, "figures_written")
        return path

    def last_backup(self) -> str:
        """When a backup was last written, as the log has it; empty where it tells of none."""
        lines = reversed(self.log.lines())
        return next((line.at for line in lines if line.action == BACKUP_WRITTEN), "")

    def write_backup(self, by: str) -> Backup:
        """Write a backup under the kiosk's own key.

        Raises:
            KioskError: EXPORT_NO_FOLDER, or as the backup says.
        """
        return self.back_up(self._folder.place(self._name("kiosk", ".backup")), by)

    @property
    def _folder(self) -> ExportFolder:
        if self.folder is None:
            raise InputError(ErrorCode.EXPORT_NO_FOLDER)
        return self.folder

    def _name(self, what: str, suffix: str) -> str:
        return f"{what}-{self.clock():%Y-%m-%d-%H%M%S}{suffix}"
