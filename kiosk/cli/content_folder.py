"""The content folder as commands name it."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.language import use_languages


def missing_in(root: Path) -> str:
    """Why a folder is no content folder; empty when it is one."""
    try:
        if not root.is_dir():
            return "there is no such folder; name the content folder"
        if not any(entry.is_dir() for entry in (root / "topics").iterdir()):
            return "there are no topics; each is a folder in topics/ with topic.toml and en.md"
    except FileNotFoundError:
        return "there is no folder topics in it; name the content folder"
    except OSError as fault:
        return f"cannot be read ({fault.strerror}); check its permissions"
    return ""


def shown(path: Path) -> str:
    """A path for a message, nothing invisible in it."""
    from kiosk.library.finding import printable

    return printable(str(path))


def know_languages(root: Path) -> None:
    """Know the languages that a content folder adds, and no others besides the built-in ones."""
    if not ((root / "languages.toml").is_file() or (root / "words").is_dir()):
        use_languages(())
        return
    # Here, not above: a folder that adds none must not make the first screen wait.
    from kiosk.library.languages import written_languages

    use_languages(written_languages(root))
