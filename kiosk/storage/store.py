"""The encrypted store: everything that lasts, behind the ports of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kiosk.storage.audit import SqlAuditLog
from kiosk.storage.connection import Connection
from kiosk.storage.deliveries import SqlDeliveryStore
from kiosk.storage.faults import translated
from kiosk.storage.files import DATABASE, make_folder
from kiosk.storage.key import credential_key, load_or_make_key
from kiosk.storage.lock import opening
from kiosk.storage.print_jobs import SqlPrintJobStore
from kiosk.storage.slips import SqlSlipStore
from kiosk.storage.staff import SqlStaffStore
from kiosk.storage.texts import SqlTextStore
from kiosk.storage.visits import SqlVisitStore

if TYPE_CHECKING:
    from pathlib import Path


class Store:
    """The repositories of one data folder. Any thread may use it; calls take turns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.visits = SqlVisitStore(connection)
        self.texts = SqlTextStore(connection)
        self.staff = SqlStaffStore(connection)
        self.print_jobs = SqlPrintJobStore(connection)
        self.audit = SqlAuditLog(connection)
        self.slips = SqlSlipStore(connection)
        self.deliveries = SqlDeliveryStore(connection)

    def close(self) -> None:
        """Close the database; may be called again."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(folder: Path, *, credential: bool = False) -> Store:
    """Open the store of a data folder; folder, key and database are made at the first run.

    Args:
        folder: The data folder.
        credential: Whether the key comes from systemd instead of a file in the folder.

    Raises:
        StorageError: STORE_NO_FOLDER, STORE_KEY_MISSING, STORE_CREDENTIAL_MISSING,
            STORE_KEY_BROKEN, STORE_WRONG_KEY, STORE_NEWER, STORE_CORRUPT, STORE_LOCKED or
            DISK_FULL.
    """
    with translated():
        make_folder(folder)
        key = credential_key() if credential else load_or_make_key(folder)
        # Here, not above: sqlite_utils takes 100 ms to import.
        from kiosk.storage.upgrade import open_current

        with opening(folder):
            database = open_current(folder / DATABASE, key)
    connection = Connection(database)
    # What a crash left in the log, forgotten answers among it.
    connection.sweep()
    return Store(connection)
