#!/usr/bin/env bash
# How this computer's apt reaches its mirror (proxies, checks of time, retries), as apt options, one a line.
set -euo pipefail
apt-config dump |
  grep -E '^Acquire::(Check-|Retries|ForceIPv|http::|https::|http-|[a-z]+::Proxy)' |
  grep -v '""' || true
