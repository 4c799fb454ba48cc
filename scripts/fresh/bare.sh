#!/usr/bin/env bash
# Makes the bare system of a Debian suite as a tar archive: bare.sh FILE SUITE [PACKAGE,PACKAGE…]
set -euo pipefail
tar=$1 suite=$2 include=${3:-}
here=$(cd "$(dirname "$0")" && pwd)

# The mirrors and settings of this computer's apt, where it is a Debian; otherwise mmdebstrap knows where Debian is.
mirrors() {
  . /etc/os-release
  [ "${ID:-}" = debian ] || return 0
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sort -u |
    while read -r uri release component; do
      [ "$component" = main ] || continue
      case $release in
        *-security) echo "deb $uri $suite-security main" ;;
        *-updates) echo "deb $uri $suite-updates main" ;;
        *-*) ;;
        *) echo "deb $uri $suite main" ;;
      esac
    done | sort -u
}

options=()
while read -r option; do options+=("--aptopt=$option"); done < <("$here/apt-settings.sh")
[ -z "$include" ] || options+=("--include=$include")
# Several may make the same archive at once: each its own, and the last one stays.
new=$tar.$$
trap 'rm -f "$new" "$new.list"' EXIT
mirrors >"$new.list"
sources=("$new.list")
[ -s "$new.list" ] || sources=()
# Without a sync after each package: nothing is lost when this computer fails half-way, as the archive is made anew.
mmdebstrap --quiet --format=tar --variant=minbase "${options[@]}" --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io "$suite" "$new" "${sources[@]}"
mv "$new" "$tar"
