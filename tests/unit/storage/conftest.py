"""A store in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.storage.connection import open_database
from kiosk.storage.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def tamper(store: Store, folder: Path) -> Callable[[str], None]:
    """Changes the open database behind the store's back, as somebody with the key could."""

    def change(statement: str) -> None:
        database = open_database(folder / "kiosk.db", (folder / "key").read_bytes())
        database.execute(statement)
        database.close()

    return change
