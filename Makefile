# make demo   install into .venv, read examples/ and print the record
# make web    install what the pages need, read examples/ and open them in a browser
# make test   install the tools too and run every check
# make clean  remove what these made

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo web test clean

demo: $(VENV)/installed
	$(BIN)/memcon demo

# A server says where it is; a machine without a browser shows the address alone.
web: $(VENV)/installed-web
	$(BIN)/memcon read examples --db $(VENV)/examples.db
	@(sleep 3; $(BIN)/python -m webbrowser http://127.0.0.1:8765/ >/dev/null 2>&1) &
	$(BIN)/memcon serve --db $(VENV)/examples.db

# What tests start again and again is compiled once, also where Python is told to keep nothing compiled; and each of the processes that
# test keeps to one core.
test: export PYTHONDONTWRITEBYTECODE =
test: export OPENBLAS_NUM_THREADS = 1
test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n logical --maxprocesses 8 --dist worksteal

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "memcon needs Python 3.11 or newer; say which with: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Nothing is compiled at install: half of the time that it takes, and what a command imports is compiled when it does.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-compile

# The stamps are newer than pyproject.toml once its dependencies are installed, so that nothing is installed twice.
$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/installed-web: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[web]'
	@touch $@ $(VENV)/installed

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/installed
