#!/bin/sh
# Installs the Debian packages named that are missing; does nothing where all are there.
set -eu

missing=
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

give_up() {
  echo "Kabinet needs these Debian packages:$missing" >&2
  echo "$1" >&2
  exit 1
}

command -v apt-get >/dev/null ||
  give_up "This system has no apt-get: install what they are called here, then call make with DEPS=no."
if [ "$(id -u)" -eq 0 ]; then
  as_root=env
elif command -v sudo >/dev/null; then
  as_root="sudo env"
else
  give_up "Neither root nor sudo is at hand: ask an administrator for apt-get install$missing"
fi

echo "Installing$missing"
$as_root DEBIAN_FRONTEND=noninteractive apt-get update --quiet &&
  # shellcheck disable=SC2086 # one word a package
  $as_root DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet --yes --no-install-recommends $missing ||
  give_up "They could not be installed: see the messages above."
