# make demo   install into .venv, audit the bundled pair of reports, print a summary and where the files are
# make test   install with the developer tools, then all gates: ruff, mypy, pytest, the rule catalogue
# make docs   write auditor/rules/README.md from the docstrings of the rules
# make baseline   what of the bundled cases is not as accepted; with ACCEPT=new,gone (and REASON="why" for
#                 changed) it is accepted: read it first

PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
CASES   = $(patsubst reports/%/auditor.toml,%,$(wildcard reports/*/auditor.toml))
CASE   ?= $(firstword $(CASES))

.DEFAULT_GOAL := test
.PHONY: demo test check docs baseline bench-errors clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Findings are what the demo is for, so exit code 1 is a good end here; 2 and 3 are not.
demo: $(VENV)/.installed
	@$(BIN)/auditor diff reports/$(CASE); code=$$?; \
	if [ $$code -gt 1 ]; then exit $$code; fi; \
	echo; ls out/$(CASE)/*; \
	echo "auditor ended with exit code $$code (0 nothing found, 1 findings)"

test: $(VENV)/.installed-dev check

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m auditor.rules.catalogue --check
	$(BIN)/python -m pytest --auditor-reports reports/ --auditor-baselines baselines/

docs: $(VENV)/.installed
	$(BIN)/python -m auditor.rules.catalogue

baseline: $(VENV)/.installed
	@for case in $(CASES); do \
	  if [ -n "$(ACCEPT)" ]; then \
	    $(BIN)/auditor baseline accept reports/$$case --accept "$(ACCEPT)" --reason "$(REASON)"; \
	  else \
	    $(BIN)/auditor baseline check reports/$$case; \
	  fi || exit $$?; \
	done

bench-errors: $(VENV)/.installed-dev
	$(BIN)/python -m tests.bench.errors $(REPORTS)

clean:
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
