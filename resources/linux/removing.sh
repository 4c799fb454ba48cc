#!/bin/sh
# Before removal; an upgrade goes on with the service as it is until it is started again.
set -e
case "$1" in remove | 0) ;; *) exit 0 ;; esac
if [ -d /run/systemd/system ]; then systemctl disable --now modem-bench.service || true; fi
