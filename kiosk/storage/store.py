"""The encrypted store: everything that lasts, behind the ports of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kiosk.storage.audit import SqlAuditLog
from kiosk.storage.connection import Connection
from kiosk.storage.deliveries import SqlDeliveryStore
from kiosk.storage.faults import translated
from kiosk.storage.files import DATABASE, make_folder
from kiosk.storage.key_place import KeyPlace, key_place
from kiosk.storage.lock import opening
from kiosk.storage.print_jobs import SqlPrintJobStore
from kiosk.storage.retention import SqlRetentionStore
from kiosk.storage.slips import SqlSlipStore
from kiosk.storage.staff import SqlStaffStore
from kiosk.storage.texts import SqlTextStore
from kiosk.storage.visits import SqlVisitStore

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.settings import KeySource


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
        self.retention = SqlRetentionStore(connection)

    def damage(self) -> int:
        """How many faults a look through the whole database finds; 0 where it is sound.

        Raises:
            StorageError: It is too damaged to be looked through.
        """
        return self._connection.damage()

    def close(self) -> None:
        """Close the database; may be called again."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(folder: Path, *, source: KeySource = "file") -> Store:
    """Open the store of a data folder; folder, key and database are made at the first run.

    Args:
        folder: The data folder.
        source: Where the key comes from.

    Raises:
        StorageError: STORE_NO_FOLDER, STORE_KEY_MISSING, STORE_CREDENTIAL_MISSING,
            STORE_KEYRING_MISSING, STORE_KEYRING_EMPTY, STORE_KEY_BROKEN, STORE_WRONG_KEY,
            STORE_NEWER, STORE_CORRUPT, STORE_LOCKED or DISK_FULL.
    """
    connection, _ = open_connection(folder, key_place(folder, source))
    return Store(connection)


def open_connection(folder: Path, place: KeyPlace) -> tuple[Connection, bytes]:
    """The database of a data folder and its key, for those who need more than the store.

    Raises:
        StorageError: As `open_store`.
    """
    with translated():
        make_folder(folder)
        place.prepare()
        # Here, not above: sqlite_utils takes 100 ms to import.
        from kiosk.storage.settle import settled_key
        from kiosk.storage.upgrade import open_current

        with opening(folder):
            key = settled_key(folder / DATABASE, place)
            database = open_current(folder / DATABASE, key)
    connection = Connection(database)
    # What a crash left in the log, forgotten answers among it.
    connection.sweep()
    return connection, key
