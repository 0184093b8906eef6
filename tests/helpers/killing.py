"""Work that is killed, as a power cut would, before any chosen line of it."""

import os
import signal
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from types import FrameType, ModuleType


def files_of(*modules: ModuleType) -> set[str]:
    """The source files of modules."""
    return {str(Path(str(module.__file__)).resolve()) for module in modules}


def killed_at(line: int, files: Collection[str], work: Callable[[], object]) -> bool:
    """Do some work in a process of its own that dies before the n-th line that runs of `files`.

    Gives whether it died; otherwise it got to its end.
    """
    child = os.fork()
    if child == 0:
        left = line

        def count(frame: FrameType, event: str, argument: object):
            nonlocal left
            if frame.f_code.co_filename not in files:
                return None
            if event == "line":
                left -= 1
                if left <= 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return count

        sys.settrace(count)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
