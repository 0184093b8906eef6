#!/usr/bin/env bash
# Make .venv with the kiosk and its development tools, from nothing but Python 3.11, pip and make.
# Asks nothing; a second run finds everything in place and only refreshes fonts and catalogues.
#
#   deploy/setup.sh                 the .venv
#   deploy/setup.sh packages NAME…  Debian packages a target needs besides (such as a print server)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly venv=.venv stamp=.venv/set-up
readonly pip_options=(--quiet --no-input --disable-pip-version-check --progress-bar off)
# The file pins every part, so nothing is resolved: pip takes an extra such as coverage[toml] for a
# requirement of its own, and stumbles as soon as a newer release than the pinned one is out.
readonly pinned=(--no-deps --require-hashes)
readonly inputs=(pyproject.toml hatch_build.py requirements/dev.txt requirements/cups.txt deploy/setup.sh)

# What the Qt wheels link to but do not carry: for any window, and for windows on Wayland and X11.
readonly qt_libraries=(libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0)
readonly wayland_libraries=(libwayland-client0 libwayland-cursor0 libwayland-egl1)
readonly x11_libraries=(libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-render-util0 libxcb-shape0 libxcb-xinerama0)
readonly sound_packages=(libpulse0 libspeechd2 speech-dispatcher speech-dispatcher-espeak-ng espeak-ng)
readonly font_packages=(fonts-noto-cjk fonts-wqy-microhei) # Chinese on the screen, and on paper
readonly printing_packages=(libcups2-dev gcc libc6-dev)

say() { printf 'set-up: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Prints those of the named Debian packages that are not installed.
missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query --show --showformat='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' ||
      printf '%s\n' "$name"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# Silent unless it fails: what apt says then is the reason to show.
run_apt() {
  local said
  said=$(as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet --quiet -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null 2>&1) ||
    printf '%s\n' "$said" | tail -n 5 >&2
}

# Installs what is missing of the named packages, where this user may. False if some stay missing.
ensure_packages() {
  command -v dpkg-query >/dev/null || return 0 # Not Debian: the caller's own checks must do.
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if may_install; then
    say "installing ${missing[*]}"
    run_apt update
    run_apt install --yes --no-install-recommends "${missing[@]}"
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
  fi
  say "missing: ${missing[*]} (an administrator can run: apt-get install ${missing[*]})"
  return 1
}

find_python() {
  local name
  for name in python3.11 python3 python3.12 python3.13 python3.14; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  fail "Python 3.11 or newer is needed and not found"
}

# Debian splits ensurepip off: without it, a bare environment is filled by the Python's own pip.
make_venv() {
  local python
  python=$(find_python)
  say "making $venv with $("$python" --version)"
  rm -rf "$venv"
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -m venv "$venv"
  elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$venv"; then
    "$python" -m pip --python "$venv/bin/python" install "${pip_options[@]}" "${pinned[@]}" \
      --requirement requirements/dev.txt
  else
    ensure_packages python3-venv || fail "no virtual environment can be made"
    "$python" -m venv "$venv"
  fi
  pwd -P >"$venv/home"
}

pip_install() { "$venv/bin/python" -m pip install "${pip_options[@]}" "$@"; }

has_python_headers() {
  "$venv/bin/python" -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))'
}

install_printing() {
  "$venv/bin/python" -c 'import cups' 2>/dev/null && return
  ensure_packages "${printing_packages[@]}" || true
  has_python_headers || ensure_packages python3-dev || true
  pip_install --no-build-isolation --no-deps --require-hashes --requirement requirements/cups.txt \
    2>"$venv/printing.log" || say "no printer support: pycups was not built (see $venv/printing.log)"
}

# An environment works only where it was made.
is_at_home() {
  [ "$(cat "$venv/home" 2>/dev/null)" = "$(pwd -P)" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

wanted_stamp() { cat "${inputs[@]}" | sha256sum; }

is_current() {
  is_at_home && [ -x "$venv/bin/kiosk" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(wanted_stamp)" ]
}

set_up() {
  ensure_packages "${qt_libraries[@]}" || fail "Qt cannot start without these"
  ensure_packages "${wayland_libraries[@]}" || say "windows on Wayland will not open without these"
  ensure_packages "${x11_libraries[@]}" || say "windows on X11 will not open without these"
  ensure_packages "${sound_packages[@]}" || say "nothing can be read aloud without these"
  ensure_packages "${font_packages[@]}" || say "Chinese is not offered without these"
  is_at_home || make_venv
  pip_install "${pinned[@]}" --requirement requirements/dev.txt
  install_printing
  pip_install --no-deps --no-build-isolation --editable .
  "$venv/bin/python" -m pip check >/dev/null || fail "requirements/dev.txt lacks a part: run make lock"
  wanted_stamp >"$stamp"
}

main() {
  if [ "${1:-}" = packages ]; then
    shift
    ensure_packages "$@"
    return
  fi
  # One set-up at a time in one checkout; the script itself is the lock.
  exec 9<"deploy/setup.sh"
  flock 9
  is_current || set_up
  "$venv/bin/python" hatch_build.py
}

main "$@"
