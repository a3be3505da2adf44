# `make run` starts Remit with its example; `make test` tests it. All that is installed goes into .venv, except
# what `make test-tools` takes from the system's packages when it may (chromium, a CJK font, PostgreSQL).
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check
# The pages, the store and the API meet the database; the rest of the suite does not.
DATABASE_TESTS := tests/store tests/pages tests/api tests/identity
WORKERS ?= 2
PORT ?= 8000

.PHONY: help run test test-fast test-tools messages reference documents pictures lock format clean

help:  ## list these targets
	@sed -nE 's/^([a-z-]+):.*## /\1\t/p' Makefile | expand -t 14

run: .venv/run.stamp  ## install what is needed, load the example, serve the pages
	.venv/bin/remit up --demo --port $(PORT)

test: .venv/test.stamp test-tools  ## the whole suite on SQLite, then what meets the database on PostgreSQL
	tools/test.sh $(WORKERS) $(DATABASE_TESTS)

test-fast: .venv/test.stamp  ## the suite on SQLite only
	.venv/bin/python -m pytest -n $(WORKERS)

test-tools:  ## what the tests need from the system: installed by apt-get as root, otherwise named
	tools/system.sh

messages: .venv/test.stamp  ## build the catalogue of Chinese messages
	.venv/bin/python -m tools.messages

reference: .venv/test.stamp  ## write the generated pages of docs/reference
	.venv/bin/python -m tools.reference
	.venv/bin/python -m tools.api_reference

documents: .venv/test.stamp  ## put what the commands print today into the documents' console blocks
	.venv/bin/python -m tools.console --write README*.md docs/*.md docs/how-to/*.md || true

pictures: .venv/test.stamp  ## photograph the pages for docs/pictures
	.venv/bin/python -m tools.screenshots

lock:  ## resolve the lock files anew (needs uv)
	for file in requirements/*.lock; do eval "$$(sed -n '2s/^# *//p' $$file) --quiet --upgrade"; done

format: .venv/test.stamp  ## let ruff lay out the code and mend what it can
	.venv/bin/ruff format && .venv/bin/ruff check --fix

clean:  ## remove what the tools left; never data/
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov

.venv/bin/python:
	tools/venv.sh

.venv/run.stamp: requirements/run.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# Every requirement of run.lock is in test.lock, in the same version.
.venv/test.stamp: requirements/test.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/test.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@ .venv/run.stamp
