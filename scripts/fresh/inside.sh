#!/bin/bash
# Inside a bare machine, as its root: does there what the README tells a newcomer, and says on lines "FRESH …" how it went.
set -uo pipefail
only=()
[ -z "$FRESH_ONLY" ] || only=(-- --only "$FRESH_ONLY")
said=/tmp/said
failed=0

# Runs a command as the newcomer, in the clone.
as_newcomer() {
  if [ "$FRESH_USER" = root ]; then
    (cd "$FRESH_HOME/modem-bench" && HOME=$FRESH_HOME "$@")
  else
    (cd "$FRESH_HOME/modem-bench" && setpriv --reuid person --regid person --init-groups env HOME="$FRESH_HOME" USER=person "$@")
  fi
}

# The commands that were printed for an administrator, each once.
asked_for() { grep -hoE '(apt-get update && )?apt-get install -y [^()]*' "$said" | sed 's/ *$//' | sort -u; }

# Does what the administrator was asked to do; false when nothing was asked.
grant() {
  local commands
  commands=$(asked_for)
  [ -n "$commands" ] || return 1
  while read -r command; do
    echo "+ $command"
    DEBIAN_FRONTEND=noninteractive bash -c "$command" </dev/null || return 1
  done <<<"$commands"
}

tell() {
  echo "FRESH $1"
  [ "$2" = 0 ] || failed=1
}

start() {
  as_newcomer node /usr/local/share/fresh/see-start.js 2>&1 | tee "$said"
  local code=${PIPESTATUS[0]}
  if [ "$code" != 0 ] && [ "$FRESH_USER" != root ] && grant; then
    as_newcomer node /usr/local/share/fresh/see-start.js 2>&1 | tee "$said"
    code=${PIPESTATUS[0]}
    tell "start (after the command it named): $(grep -h '^SEEN ' "$said" | tail -n 1 | cut -c6-)" "$code"
  else
    tell "start: $(grep -h '^SEEN ' "$said" | tail -n 1 | cut -c6-)" "$code"
  fi
}

# A newcomer who may install nothing gets skips, and must get none once the administrator did what was asked.
tests() {
  if [ "$FRESH_USER" != root ]; then
    as_newcomer npm test "${only[@]}" 2>&1 | tee "$said"
    local code=${PIPESTATUS[0]}
    tell "test: $(tail -n 1 "$said")" "$code"
    grant || return 0
  fi
  as_newcomer env CI=true npm test "${only[@]}" 2>&1 | tee "$said"
  local code=${PIPESTATUS[0]}
  tell "test with CI=true: $(grep -E '^[0-9]+ passed' "$said" | tail -n 1)" "$code"
}

# A person's tests come first, while the machine is bare.
case $FRESH_USER in root) order='start test' ;; *) order='test start' ;; esac
for each in $order; do
  case ",$FRESH_DO," in
    *",$each,"*) if [ "$each" = start ]; then start; else tests; fi ;;
  esac
done
exit "$failed"
