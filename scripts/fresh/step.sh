#!/usr/bin/env bash
# Runs one command in an unpacked machine, with mounts and a process table of its own that end with it:
# step.sh ROOT USER COMMAND [ARGUMENT…]; with DISPLAY set the command may show windows there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ "${1:-}" != --inside ]; then
  exec unshare --mount --pid --fork --kill-child --propagation private "$here/step.sh" --inside "$@"
fi
root=$2 user=$3
shift 3
export FRESH_DISPLAY=${DISPLAY:-}
. "$here/mounts.sh"
home=$(awk -F: -v user="$user" '$1 == user { print $6 }' "$root/etc/passwd")
as_user=()
[ "$user" = root ] || as_user=(setpriv --reuid "$user" --regid "$user" --init-groups)
shown=()
[ -z "$FRESH_DISPLAY" ] || shown=("DISPLAY=$FRESH_DISPLAY")
cd "$root"
pivot_root . .
umount -l .
exec chroot . /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  HOME="$home" USER="$user" "${shown[@]}" "${as_user[@]}" "$@"
