"""The encrypted database: key, connection, migrations, repositories, audit.

`kiosk.storage.store.open_store` is the way in. Importing this package costs nothing:
sqlite_utils is imported when a store is opened.
"""
