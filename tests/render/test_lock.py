"""Two runs do not write into one folder at once, and a killed run leaves the folder free."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from auditor.errors import UsageError
from auditor.render.lock import NAME
from auditor.render.lock import locked

HOLD = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from auditor.render.lock import locked\n"
    "with locked(Path(sys.argv[1])):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(60)\n"
)


@pytest.fixture
def other(tmp_path):
    """Return another process that holds the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "held"
        yield process
        process.kill()


@pytest.mark.usefixtures("other")
def test_a_second_run_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(UsageError, match="another run is writing there; wait"), locked(tmp_path):
        pass


def test_a_killed_run_leaves_the_folder_free(tmp_path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    with locked(tmp_path):
        assert (tmp_path / NAME).exists()


def test_nothing_is_left_in_the_folder(tmp_path):
    with locked(tmp_path / "new"):
        pass
    assert list((tmp_path / "new").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"), locked(tmp_path / "file" / "x"):
        pass
