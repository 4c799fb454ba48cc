#!/usr/bin/env bash
# Starts and tests Modem Bench on machines that have nothing but Debian, Node and npm: a bare system of the suite asked for is
# made by mmdebstrap, the committed state of this repository is cloned into it, and `npm start` and `npm test` must do the rest.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD/scripts/fresh
work=$PWD/.cache/fresh

usage() {
  cat <<'END'
scripts/fresh.sh [--list] [case …] [--suite bookworm|trixie] [--node 20|22|24] [--user root|person]
                 [--display none|x11] [--no-sys] [--do start,test] [--only PHASE,…] [--warm] [--keep]

  case        a name that --list prints; without a case or a suite every case of the list is run
  --user      root, or a person who may not become root: `npm start` and `npm test` must say what is missing, with the
              command; then root runs exactly that command, and the same must work with nothing skipped
  --display   x11: an Xvfb outside the machine; none: `npm start` serves to a browser
  --no-sys    no /sys (no machine has udevadm)
  --do        only this of start and test
  --only      only these phases of npm test
  --warm      keep what npm and Electron's download bring for the next time (quicker, not quite fresh)
  --keep      leave the machine in .cache/fresh

Root only. The logs are in .cache/fresh/logs.
END
}

# name                    suite    node user   display sys what
matrix() {
  cat <<'END'
bookworm-20-root          bookworm 20 root   none sys    start,test
bookworm-22-root-x11      bookworm 22 root   x11  sys    start,test
bookworm-24-person        bookworm 24 person none sys    start,test
bookworm-20-person-x11    bookworm 20 person x11  sys    start,test
bookworm-22-root-no-sys   bookworm 22 root   none no-sys start,test
trixie-20-root            trixie   20 root   none sys    start,test
trixie-22-root-x11        trixie   22 root   x11  sys    start,test
trixie-24-person          trixie   24 person none sys    start,test
trixie-24-person-x11      trixie   24 person x11  sys    start,test
trixie-24-root-no-sys     trixie   24 root   none no-sys start,test
END
}

suite='' node=20 user=root display=none sys=sys what=start,test
export FRESH_ONLY='' FRESH_WARM='' FRESH_KEEP=''
names=()
while [ $# -gt 0 ]; do
  case $1 in
    --list) matrix; exit ;;
    --help | -h) usage; exit ;;
    --suite) suite=$2; shift ;;
    --node) node=$2; shift ;;
    --user) user=$2; shift ;;
    --display) display=$2; shift ;;
    --no-sys) sys=no-sys ;;
    --do) what=$2; shift ;;
    --only) FRESH_ONLY=$2; shift ;;
    --warm) FRESH_WARM=yes ;;
    --keep) FRESH_KEEP=yes ;;
    -*) usage >&2; exit 2 ;;
    *) names+=("$1") ;;
  esac
  shift
done

[ "$(id -u)" = 0 ] || { echo 'scripts/fresh.sh makes file systems and mounts them: run it as root.' >&2; exit 2; }
command -v mmdebstrap >/dev/null || {
  apt-get -q update
  DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends mmdebstrap debian-archive-keyring
}

cases=''
if [ -n "$suite" ]; then
  cases="$suite-$node-$user-$display-$sys $suite $node $user $display $sys $what"
elif [ ${#names[@]} -gt 0 ]; then
  for name in "${names[@]}"; do
    line=$(matrix | grep -E "^$name ") || { echo "No such case: $name (--list prints them)" >&2; exit 2; }
    cases+="${line% *} $what"$'\n'
  done
else
  cases=$(matrix)
fi

mkdir -p "$work/logs"
table='' failed=0
while read -r name suite node user display sys what; do
  [ -n "$name" ] || continue
  log=$work/logs/$name.log
  echo "== $name (log: .cache/fresh/logs/$name.log)"
  started=$SECONDS
  if "$here/machine.sh" "$work" "$name" "$suite" "$node" "$user" "$display" "$sys" "$what" </dev/null >"$log" 2>&1; then
    verdict=ok
  else
    verdict=FAILED failed=1
    tail -n 40 "$log"
  fi
  last=$(grep -E '^FRESH ' "$log" | sed 's/^FRESH //' | paste -sd ';' | sed 's/;/; /g') || last=''
  line=$(printf '%-28s %-6s %4d s  %s' "$name" "$verdict" $((SECONDS - started)) "$last")
  echo "$line"
  table+=$line$'\n'
done <<<"$cases"

printf '\n%-28s %-6s %6s  %s\n%s' machine result time 'what was seen' "$table"
exit "$failed"
