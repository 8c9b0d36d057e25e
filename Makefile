# Everything a person needs: `make demo` shows it, `make test` proves it, `make check` is the
# quick look before a commit. All of them set up .venv first; nothing else has to be installed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
ONCE ?=

# Compiled modules are kept, whatever the environment says: every start is quicker by them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test check format lint types contracts fast bench requirements clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: .venv/.ready  ## make .venv with every pinned dependency and the reploop command

.venv/.ready: requirements/runtime.txt requirements/dev.txt requirements/tools.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Reploop needs Python 3.11 or newer: set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## the whole line on a sandbox company; ONCE=1 ends by itself
	$(BIN)/reploop demo $(if $(ONCE),--once,)

test: setup  ## every test, on SQLite and PostgreSQL, with real processes
	$(BIN)/pytest --numprocesses=3 --dist=loadgroup

check: setup  ## format, lint, types, import contracts and the fast tests, in under 30 s
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target format lint contracts types fast

format:
	$(BIN)/ruff format --check --quiet .

lint:
	$(BIN)/ruff check --quiet .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports --no-logo | tail -n 3

fast:
	$(BIN)/pytest -m "not slow" -p no:cacheprovider

bench: setup  ## what is measured: acknowledgements, CPU a call, start-up, memory
	$(BIN)/python -m benchmarks

requirements:  ## pin again after editing requirements/*.in
	for name in tools runtime dev; do \
	  $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; \
	done

clean:  ## remove .venv and caches; keeps data/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
