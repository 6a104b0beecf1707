# Each target is one line that a person could type.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint docs bench clean

demo: $(VENV)/.ready
	$(BIN)/python -m example_project --port $(PORT)

test: $(VENV)/.ready
	$(BIN)/python -m pytest

lint: $(VENV)/.ready
	$(BIN)/python -m tests.lint

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks

$(VENV)/.ready: pyproject.toml setup.cfg
	$(PYTHON) -m tests.install $(VENV)

clean:
	rm -rf $(VENV) var build dist *.egg-info
