# Everything a developer runs. `make setup` once, then `make run` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete
AUDIT := $(VENV)-audit
INTERFACE := $(VENV)-interface
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url

.PHONY: setup run test types tests campaign fix lock catalogues browser audit sbom interface

setup: $(STAMP)

$(STAMP): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12), (3, 13)))' || \
	  { echo "Needs Python 3.11, 3.12 or 3.13: make $(MAKECMDGOALS) PYTHON=python3.13" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	@exec $(BIN)/akint-dash serve --demo

test: setup browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory -j2 types tests

# Side by side: mypy has one processor alone, and the tests wait now and then.
types:
	$(BIN)/mypy

tests:
	$(BIN)/python -m pytest -n 2 --dist worksteal

browser:
	@sh tests/browser/chromium.sh

campaign: setup browser
	$(BIN)/python -m pytest -n 2 --every -m sampled
	$(BIN)/python -m benchmarks.campaign

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(LOCK) pyproject.toml -o requirements.txt >/dev/null
	$(LOCK) --extra dev pyproject.toml -o requirements-dev.txt >/dev/null
	$(LOCK) --group audit -o requirements-audit.txt >/dev/null
	$(LOCK) --group interface -o requirements-interface.txt >/dev/null

# The tools of audit and sbom have an environment of their own: nothing of ours depends on them.
$(AUDIT)/.complete: requirements-audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

audit: $(AUDIT)/.complete
	$(AUDIT)/bin/python -m benchmarks.audit

# The tools that try the read interface have an environment of their own too; `python -m benchmarks.production interface`.
interface: $(INTERFACE)/.complete

$(INTERFACE)/.complete: requirements-interface.txt
	$(PYTHON) -m venv $(INTERFACE)
	$(INTERFACE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-interface.txt
	@touch $@

# The bill of materials of what is installed in production, as the lock has it, in CycloneDX.
sbom: $(AUDIT)/.complete
	@mkdir -p build
	$(AUDIT)/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --of JSON -o build/akint-dash.cdx.json

catalogues: setup
	$(BIN)/python -m akint_dash.text.catalogues
