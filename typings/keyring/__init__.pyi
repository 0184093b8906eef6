# What the kiosk uses of keyring 25, which is installed only where the key is kept in one.
from keyring.backend import KeyringBackend

def get_keyring() -> KeyringBackend: ...
