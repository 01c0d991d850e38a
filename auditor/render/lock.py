"""One writer in a folder at a time; a killed one leaves the folder free."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from pathlib import Path

from auditor.errors import UsageError

NAME = ".auditor.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, created if need be, while something in it is read and written.

    The operating system frees the lock when its holder ends, in whatever way.

    Raises:
        UsageError: when another run holds it, or when the folder cannot be written to.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _held(path)
    except OSError as error:
        message = f"{folder}: cannot be written: {error.strerror or error}. Give another folder."
        raise UsageError(message) from None
    if handle is None:
        message = f"{folder}: another run is writing there; wait until it has ended, then run again"
        raise UsageError(message)
    try:
        yield
    finally:
        # removed while still held: whoever opened it meanwhile sees that it is gone and opens a new one
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int | None:
    """Return an open and locked file, None when another run holds it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not _lock(handle):
            os.close(handle)
            return None
        with suppress(FileNotFoundError):
            if path.stat().st_ino == os.fstat(handle).st_ino:
                return handle
        os.close(handle)


def _lock(handle: int) -> bool:
    """Return whether the lock could be taken without waiting."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _lock_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
