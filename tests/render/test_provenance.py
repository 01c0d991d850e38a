"""run.json: from what and with what a result was made."""

from __future__ import annotations

import json

from auditor import __version__
from auditor.config import Config
from auditor.model.audit import Audit
from auditor.render.provenance import provenance


def test_inputs_versions_and_hashes_are_there(new):
    run = provenance(Audit((new.report,)), Config(), {"read new.txt": 0.1234})
    assert run["inputs"] == [{"name": "new.txt", "sha256": "0" * 64, "period": "CY2024"}]
    assert run["versions"]["auditor"] == __version__
    assert all(run["versions"][name] for name in ("python", "opencc", "pdfplumber", "pdfminer", "pdfium"))
    assert len(run["lexicon_sha256"]) == 64
    assert run["seconds"] == {"read new.txt": 0.123}


def test_a_password_is_in_no_output(new):
    config = Config().with_report("new.txt", password="hunter2")
    assert config.report[0].password == "hunter2"
    assert "hunter2" not in json.dumps(provenance(Audit((new.report,)), config, {}))
