#!/usr/bin/env bash
# One bare machine: made, entered, left, removed. It has a process table, mounts and devices of its own, and the network of
# this computer. It is entered by pivot_root, as inside a mere chroot the kernel lets no browser make its sandbox.
set -euo pipefail
work=$1 name=$2 suite=$3 node=$4 user=$5 display=$6 sys=$7 what=$8
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
root=$work/machines/$name
xvfb='' xdir=$work/x11

clean_up() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  [ -n "${FRESH_KEEP:-}" ] || rm -rf --one-file-system "$root"
}
trap clean_up EXIT

rm -rf --one-file-system "$root"
mkdir -p "$root"
"$here/base.sh" "$work" "$suite" "$node"
tar -xf "$work/$suite.tar" -C "$root"
cp -a "$work/node-$node/." "$root/usr/local/"
"$here/reach.sh" "$root"

home=/root
[ "$user" = root ] || home=/home/person
[ "$user" = root ] || chroot "$root" useradd --create-home --shell /bin/bash person
git clone --quiet --no-hardlinks "file://$repository" "$root$home/modem-bench"
[ "$user" = root ] || chroot "$root" chown -R person:person "$home"

if [ "$display" = x11 ]; then
  command -v Xvfb >/dev/null || apt-get -q install -y --no-install-recommends xvfb
  mkdir -p "$root/tmp/.X11-unix"
  number=$((90 + $$ % 900))
  Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp -noreset -ac >/dev/null 2>&1 &
  xvfb=$!
  export FRESH_DISPLAY=:$number
fi

export FRESH_ROOT=$root FRESH_HOME=$home FRESH_USER=$user FRESH_SYS=$sys FRESH_DO=$what FRESH_WORK=$work FRESH_NAME=$name
unshare --mount --pid --fork --kill-child --propagation private --mount-proc="$root/proc" "$here/enter.sh"
