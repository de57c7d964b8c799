# `make` lists the targets. Each installs what it needs first and is quick when everything is there.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup demo run process test test-qgis lint format translations screenshots bench package clean

SUITE ?= trixie
ARGS ?=

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install QGIS and the Python libraries, as far as they are missing
	@scripts/setup.sh

demo: setup ## the study of the sample district, without a screen: tables, layers, maps
	@. scripts/env.sh && headless && link_plugin && "$$PYTHON" scripts/demo.py $(ARGS)

run: setup ## QGIS desktop with the plugin and the sample district
	@scripts/run.sh $(ARGS)

process: setup ## qgis_process with the plugin: make process ARGS="run landrenewal:study --PARCELS='my parcels.gpkg'"
	@scripts/process.sh $(ARGS)

test: setup ## all tests; some only: make test ARGS="tests/core -k levels"
	@. scripts/env.sh && headless && "$$PYTHON" -m pytest -n auto --dist loadfile $(ARGS)

test-qgis: ## all tests in a clean Debian: make test-qgis SUITE=bookworm, trixie or forky
	@scripts/test_suite.sh $(SUITE)

lint: setup ## ruff, bandit, no machine's folders in the files
	@scripts/lint.sh

format: setup ## repair what lint can repair
	@scripts/lint.sh --fix

translations: ## take new texts into resources/translations; ARGS="--missing" lists what is not translated
	@. scripts/env.sh && "$$PYTHON" scripts/make_translations.py $(ARGS) && scripts/translations.sh

screenshots: setup ## pictures of every dock and map, English and Chinese, into docs/pictures: make screenshots ARGS="zh"
	@scripts/screenshots.sh $(ARGS)

bench: setup ## measured times on synthetic districts
	@. scripts/env.sh && headless && link_plugin && "$$PYTHON" scripts/bench.py $(ARGS)

package: setup ## the release zip, build/land_renewal.zip, tried out with qgis_process
	@scripts/package.sh

clean: ## remove build/ (the libraries come back with the next target)
	@rm -rf build
