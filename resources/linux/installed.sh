#!/bin/sh
# After installation, of the deb and the rpm packages alike. The user of the service may use what a bench has: serial ports
# (dialout), GPIO chips (gpio) and USB adapters (plugdev), as far as this system has these groups.
set -e
case "$1" in configure | 1 | 2) ;; *) exit 0 ;; esac
if ! getent passwd modem-bench >/dev/null; then
  getent group modem-bench >/dev/null || groupadd --system modem-bench
  useradd --system --gid modem-bench --home-dir /var/lib/modem-bench --no-create-home \
    --shell /usr/sbin/nologin --comment 'Modem Bench' modem-bench
fi
for group in dialout gpio plugdev; do
  if getent group $group >/dev/null; then usermod --append --groups $group modem-bench; fi
done
# Neither is there in a container, and nothing is lost then: both read their folders when they start.
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
if [ -e /run/udev/control ] && command -v udevadm >/dev/null; then
  udevadm control --reload && udevadm trigger --subsystem-match=tty --subsystem-match=hidraw --subsystem-match=gpio || true
fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
