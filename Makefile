# The targets that people, pre-commit and .ci/run share. BIN is where the tools are: `make BIN= test` takes those on the PATH.
BIN ?= .venv/bin/

.PHONY: check format lint types test docs goldens notebook
check: lint types test

format:
	$(BIN)ruff check --fix .
	$(BIN)ruff format .

lint:
	$(BIN)ruff check .
	$(BIN)ruff format --check .
	$(BIN)lint-imports

types:
	$(BIN)mypy

test:
	$(BIN)pytest

docs:  # the site, in site/; `mkdocs serve` shows it while one writes
	$(BIN)mkdocs build --strict

goldens:  # writes the records of tests/goldens anew; `git diff` shows what changed
	$(BIN)python tests/golden_files.py

notebook:  # runs the notebooks again and stores their outputs
	$(BIN)jupyter-execute --inplace examples/*.ipynb
