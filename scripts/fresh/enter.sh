#!/usr/bin/env bash
# Runs as the first process of a machine's own process table: mounts what the machine has, makes it the root, and works in it.
set -euo pipefail
root=$FRESH_ROOT
here=$(cd "$(dirname "$0")" && pwd)

. "$here/mounts.sh"
if [ -n "${FRESH_WARM:-}" ]; then
  for folder in .npm .cache; do
    mkdir -p "$FRESH_WORK/warm-$FRESH_USER/$folder" "$root$FRESH_HOME/$folder"
    chown --reference="$root$FRESH_HOME" "$FRESH_WORK/warm-$FRESH_USER/$folder" "$root$FRESH_HOME/$folder"
    mount --bind "$FRESH_WORK/warm-$FRESH_USER/$folder" "$root$FRESH_HOME/$folder"
  done
fi
mkdir -p "$root/usr/local/share/fresh"
cp "$here/inside.sh" "$here/see-start.js" "$root/usr/local/share/fresh/"

passed=()
for variable in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
  [ -z "${!variable:-}" ] || passed+=("$variable=${!variable}")
done
[ ! -e "$root/usr/local/share/fresh/authorities.crt" ] ||
  passed+=(NODE_EXTRA_CA_CERTS=/usr/local/share/fresh/authorities.crt)
[ -z "${FRESH_DISPLAY:-}" ] || passed+=("DISPLAY=$FRESH_DISPLAY")

cd "$root"
pivot_root . .
umount -l .
exec chroot . /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
  "${passed[@]}" FRESH_HOME="$FRESH_HOME" FRESH_USER="$FRESH_USER" FRESH_DO="$FRESH_DO" FRESH_ONLY="$FRESH_ONLY" \
  /bin/bash /usr/local/share/fresh/inside.sh
