#!/bin/sh
# After removal. Journals stay until the package is purged: they are the work of a night, perhaps.
set -e
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
if [ -e /run/udev/control ] && command -v udevadm >/dev/null; then udevadm control --reload || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
[ "$1" = purge ] || exit 0
rm -rf /var/lib/modem-bench
if getent passwd modem-bench >/dev/null; then userdel modem-bench || true; fi
if getent group modem-bench >/dev/null; then groupdel modem-bench || true; fi
