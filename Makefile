# Every target does its own set-up; nothing asks a question.
#
#   make run      the kiosk; without a display: a whole visit, rehearsed into rehearsal/
#   make test     every check, as CI runs it        make lint     the fast ones among them
#   make system   tests with real servers (CUPS, AT-SPI)    make bench    time and memory
#   make gallery  every screen in every look, as pictures and as a test
#   make format   put the code into form            make words    gather the words to translate
#   make lock     pin the newest parts again        make bundle   one folder that needs no Python
#   make wheel    a wheel and a source archive      make clean    remove all that is made
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:

BIN := .venv/bin
POT := translations/kiosk.pot
SCRIPT := tests/rehearsals/whole-visit-es.toml
REHEARSAL := rehearsal
# Tests run side by side in this many processes.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest

.PHONY: run test system bench gallery lint types words words-check content-check format lock bundle wheel \
	clean setup

run: setup
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$${QT_QPA_PLATFORM:-}" = offscreen ]; then \
		echo "No display: rehearsing the visit of $(SCRIPT)."; \
		$(BIN)/kiosk rehearse "$(SCRIPT)" --out "$(REHEARSAL)"; \
		echo "The clinician's page: $(REHEARSAL)/summary.pdf   The screens: $(REHEARSAL)/screens/"; \
	else \
		exec $(BIN)/kiosk run; \
	fi

test: lint words-check content-check
	$(PYTEST) --numprocesses=$(WORKERS) --cov --cov-report= --cov-report=json:.coverage.json
	$(BIN)/python tests/ratchet.py .coverage.json

system: setup
	@deploy/setup.sh packages cups cups-client cups-ipp-utils avahi-daemon dbus xvfb \
		x11-utils speech-dispatcher speech-dispatcher-espeak-ng espeak-ng \
		at-spi2-core gir1.2-atspi-2.0 python3-gi libglib2.0-bin cage xwayland systemd
	$(PYTEST) -m system --timeout=300

bench: setup
	$(PYTEST) -m bench --timeout=300 -p no:randomly

# Takes an hour on two cores: for a release.
gallery: setup
	$(BIN)/kiosk gallery --out gallery --every
	$(PYTEST) -m gallery --numprocesses=$(WORKERS) --timeout=600

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/basedpyright
	$(BIN)/lint-imports --no-cache

# Lines of a template's head that change with the day.
DATED := ^(\# |"POT-Creation-Date|"Generated-By)
# The template must hold exactly the words of the code, and every catalogue those of the template.
words-check: setup
	@fresh=$$(mktemp --suffix=.pot); trap 'rm -f "$$fresh"' EXIT; \
	$(EXTRACT) --output-file="$$fresh"; \
	diff <(grep -Ev '$(DATED)' "$(POT)") <(grep -Ev '$(DATED)' "$$fresh") || \
		{ echo "$(POT) is out of date: run make words" >&2; exit 1; }
	@$(UPDATE) --check

words: setup
	$(EXTRACT) --output-file=$(POT)
	$(UPDATE)

EXTRACT = $(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml \
	--add-comments=Translators: --strip-comment-tags --add-location=file --sort-by-file \
	--project="Perinatal Kiosk" --copyright-holder="the Perinatal Kiosk contributors" \
	--no-wrap kiosk
UPDATE = $(BIN)/pybabel --quiet update --domain=kiosk --input-file=$(POT) --output-dir=translations \
	--no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

content-check: setup
	$(BIN)/kiosk content check

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Needs uv, which goes into an environment of its own: it is no part of the kiosk.
lock:
	deploy/lock.sh

# The keyring goes along, which only those install who keep the key in one: beside .venv, not in it.
bundle: setup
	@rm -rf build/keyring
	$(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --progress-bar off \
		--no-deps --require-hashes --requirement requirements/keyring.txt --target build/keyring
	PYTHONPATH=build/keyring $(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@echo "The bundle: dist/kiosk/kiosk"

wheel: setup
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf .venv kiosk/_share rehearsal build dist .coverage* .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find translations -name '*.mo' -delete

setup:
	@deploy/setup.sh
