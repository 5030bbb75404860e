# Everything runs in a virtual environment of its own; name another one with VENV=…
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: review test lint gold bench picture goldens docs lock clean

# What claimcheck says about the article this project started from
review: $(VENV)/installed
	$(BIN)/claimcheck review seeds/niger-instructors.txt

test: $(VENV)/developing
	$(BIN)/python -m pytest

lint: $(VENV)/developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# How right claims and inner attributions are, on our own annotated texts
gold: $(VENV)/developing
	$(BIN)/python -m benchmarks.cases fixtures/cases
	$(BIN)/python -m benchmarks.nested fixtures/nested/nested.jsonl

# Accuracy against the floors, on the corpora in the folder DATA
bench: $(VENV)/developing
	$(BIN)/python -m benchmarks.accuracy $(DATA)

# docs/report.svg, which the README shows
picture: $(VENV)/developing
	$(BIN)/python docs/picture.py

# The expected outputs in fixtures/goldens, after a change that is meant to change them
goldens: $(VENV)/developing
	$(BIN)/python -m tests.readers.goldens
	$(BIN)/python -m tests.reporters.terminal.goldens
	$(BIN)/python -m tests.reporters.findings.goldens

# docs/rules, which is written from the rules themselves
docs: $(VENV)/developing
	$(BIN)/python -m tests.rules.pages

# The versions everything was last tested with, from the environment as it is
lock: $(VENV)/developing
	$(BIN)/python .ci/lock.py > requirements-dev.lock

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint requirements-dev.lock --editable .
	touch $@

$(VENV)/developing: pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint requirements-dev.lock --editable '.[dev]'
	touch $@ $(VENV)/installed
