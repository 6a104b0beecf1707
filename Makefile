# Each target is one line that a person could type. The first part makes .venv, or finds it ready.
PYTHON ?= python3
PORT ?= 8000

.PHONY: demo test lint lint-fix bench clean

demo:
	$(PYTHON) -m tests.install && .venv/bin/python -m example_project --port $(PORT)

test:
	$(PYTHON) -m tests.install test && .venv/bin/python -m pytest -n auto --dist loadgroup

lint:
	$(PYTHON) -m tests.install test lint && .venv/bin/python -m tests.lint

lint-fix:
	$(PYTHON) -m tests.install test lint && .venv/bin/python -m tests.lint --fix

bench:
	$(PYTHON) -m tests.install && .venv/bin/python -m benchmarks

clean:
	rm -rf .venv var build dist *.egg-info
