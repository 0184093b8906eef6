"""Reading aloud: the reader that the window owns, and the voices it can be given."""
