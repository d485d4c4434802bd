#!/bin/sh
# Makes sure there is a Chromium for the browser tests: $CHROMIUM, or one on the path, or (as root) the system's package.
find_chromium() {
  if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM" >/dev/null 2>&1
    return
  fi
  for name in chromium chromium-browser; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

find_chromium && exit 0
if [ -n "${CHROMIUM:-}" ]; then
  echo "CHROMIUM=$CHROMIUM is not a program that can be run." >&2
  exit 1
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium: installing the system's package." >&2
  { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1
  find_chromium && exit 0
fi
echo "The browser tests need Chromium: install the package 'chromium' (as root: apt-get install chromium)," >&2
echo "or name one you have: make test CHROMIUM=/path/to/chromium" >&2
exit 1
