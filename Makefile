# The targets that people, pre-commit and .ci/run share. BIN is where the tools are: `make BIN= test` takes those on the PATH.
BIN ?= .venv/bin/

.PHONY: check format lint types test goldens notebook
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

goldens:  # writes the records of tests/goldens anew; `git diff` shows what changed
	$(BIN)python tests/golden_files.py

notebook:  # runs the tour again and stores its outputs
	$(BIN)jupyter-execute --inplace examples/tour.ipynb
