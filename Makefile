# The verbs of CONTRIBUTING.md. PYTHON is the interpreter of the virtual environment that the README makes.
PYTHON ?= .venv/bin/python
BIN := $(dir $(PYTHON))

.PHONY: check test lint types bench notebooks samples catalogue card

check: lint types test

test:
	$(BIN)pytest

lint:
	$(BIN)ruff check
	$(BIN)ruff format --check
	$(BIN)lint-imports

types:
	$(BIN)mypy

bench:
	$(PYTHON) benchmarks/reading
	$(PYTHON) benchmarks/rules
	$(PYTHON) benchmarks/batch

notebooks:
	$(PYTHON) notebooks/run.py

samples:
	$(BIN)zhibiao score samples

catalogue:
	$(PYTHON) tests/readme_catalogue.py
	$(PYTHON) tests/readme_metrics.py
	$(PYTHON) tests/readme_figures.py
	$(PYTHON) tests/known_runs.py
	$(PYTHON) tests/api_reference.py

card:
	$(PYTHON) tests/readme_card.py
