# The commands people need. `uv` is used where it is installed, else venv and pip; versions and hashes: constraints/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

ifeq ($(UV),)
  make_venv = $(PYTHON) -m venv $(VENV)
  install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
else
  make_venv = $(UV) venv --quiet --python $(PYTHON) $(VENV)
  install = $(UV) pip install --quiet --python $(BIN)/python
endif

COMPILE := --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

.PHONY: help site serve test firefox lint types eval fit bench bench-large fuzz check sbom constraints clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/.site: pyproject.toml constraints/site.txt
	@test -x $(BIN)/python || $(make_venv)
	$(install) --require-hashes -r constraints/site.txt
	$(install) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.site constraints/dev.txt
	$(install) --require-hashes -r constraints/dev.txt
	@touch $@

site: $(VENV)/.site  ## build the briefing of this folder into site/
	$(BIN)/briefing build --strict

serve: $(VENV)/.site  ## preview it at http://127.0.0.1:8000 and rebuild on change
	$(BIN)/briefing serve

test: $(VENV)/.dev  ## run the tests
	$(BIN)/python -m pytest -n auto

firefox: $(VENV)/.dev  ## the main ways of a reader in Firefox (Debian's firefox-esr)
	$(BIN)/python -m pytest -n 0 tests/browser/test_firefox.py

lint: $(VENV)/.dev  ## ruff, formatting included
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev  ## mypy, strict
	$(BIN)/mypy

eval: $(VENV)/.dev  ## measure the rules, write docs/evaluation.md and the floor; PRESS=folder measures articles elsewhere
	PYTHONPATH=tests $(BIN)/python -m evaluation.measure $(PRESS)

fit: $(VENV)/.dev  ## fit the weights by which claims are related; UNSEEN=folder measures dossiers elsewhere
	PYTHONPATH=tests $(BIN)/python -m relating $(UNSEEN)

bench: $(VENV)/.dev  ## measure builds of 5, 100, 1,000 articles beside other engines, write docs/performance.md
	$(BIN)/python benchmarks/run.py

bench-large: $(VENV)/.dev  ## the same with 10,000
	$(BIN)/python benchmarks/run.py 5 100 1000 10000

fuzz: $(VENV)/.dev  ## look for what breaks loaders and rules, for what is slow, for what kills and pairs of commands lose
	$(BIN)/python tests/fuzz.py
	$(BIN)/python tests/growing.py
	$(BIN)/python tests/hammer.py

check: lint types test  ## all that CI runs, but the site
	$(BIN)/briefing build --locked --strict

sbom: $(VENV)/.dev  ## list what Briefing is made of in dist/briefing.cdx.json (CycloneDX)
	@mkdir -p dist
	$(BIN)/cyclonedx-py requirements constraints/collect.txt --pyproject pyproject.toml --output-reproducible -o dist/briefing.cdx.json

constraints:  ## renew the pinned versions (needs uv)
	$(UV) pip compile $(COMPILE) pyproject.toml constraints/build.in -o constraints/site.txt
	$(UV) pip compile $(COMPILE) pyproject.toml --extra collect constraints/build.in -o constraints/collect.txt
	$(UV) pip compile $(COMPILE) pyproject.toml --extra dev constraints/build.in -o constraints/dev.txt

clean:  ## remove what was built
	rm -rf $(VENV) site dist
