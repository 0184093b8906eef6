#!/usr/bin/env bash
# Pin every part, with hashes, at the newest version that pyproject.toml allows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$(mktemp --directory)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check uv

# The address of an index must not get into the files: they install from any.
compile() {
  "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --upgrade \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
}

compile pyproject.toml --output-file requirements/run.txt
compile pyproject.toml --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
# For those who keep the key in a keyring; what it shares with the kiosk, at the same version.
compile - --constraint requirements/run.txt --output-file requirements/keyring.txt \
  < <("$tools/bin/python" -c '
import pathlib, tomllib
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())["project"]
print(*project["optional-dependencies"]["keyring"], sep="\n")')
# Alone in its file, since not every machine can build it: installed without its dependencies.
compile - --output-file requirements/cups.txt \
  < <("$tools/bin/python" -c '
import pathlib, tomllib
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())["project"]
print(*project["optional-dependencies"]["cups"], sep="\n")')
