#!/usr/bin/env bash
# Gives a machine this computer's way to the registries: name servers, and the settings of apt and npm.
set -euo pipefail
root=$1
here=$(cd "$(dirname "$0")" && pwd)
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/hosts "$root/etc/hosts"
"$here/apt-settings.sh" >"$root/etc/apt/apt.conf.d/90fresh"
mkdir -p "$root/usr/local/etc"
: >"$root/usr/local/etc/npmrc"
for key in registry proxy https-proxy noproxy; do
  value=$(npm config get "$key")
  case $value in null | undefined | '') ;; *) echo "$key=$value" >>"$root/usr/local/etc/npmrc" ;; esac
done
authority=$(npm config get cafile)
[ -f "$authority" ] || authority=${NODE_EXTRA_CA_CERTS:-}
[ ! -f "$authority" ] || {
  mkdir -p "$root/usr/local/share/fresh"
  cp -L "$authority" "$root/usr/local/share/fresh/authorities.crt"
  echo 'cafile=/usr/local/share/fresh/authorities.crt' >>"$root/usr/local/etc/npmrc"
}
