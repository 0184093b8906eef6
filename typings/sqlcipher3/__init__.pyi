# sqlcipher3 is Python's sqlite3 module linked to SQLCipher: same names, same types, other errors.
from sqlcipher3 import dbapi2 as dbapi2
