#!/usr/bin/env bash
# The bare system of a suite (once) and a Node with its npm from the npm registry (once): what every machine starts with.
set -euo pipefail
work=$1 suite=$2 node=$3
here=$(cd "$(dirname "$0")" && pwd)

[ -e "$work/$suite.tar" ] || "$here/bare.sh" "$work/$suite.tar" "$suite"

if [ ! -e "$work/node-$node/bin/npm" ]; then
  rm -rf "$work/node-$node" "$work/node-$node.new"
  mkdir -p "$work/node-$node.new/lib/node_modules/npm"
  cd "$work/node-$node.new"
  case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) arch=$(uname -m) ;; esac
  npm pack --silent "node-linux-$arch@$node" "npm@$([ "$node" = 20 ] && echo 10 || echo 11)" >/dev/null
  tar -xzf node-linux-*.tgz --strip-components=1 package/bin
  tar -xzf npm-*.tgz --strip-components=1 -C lib/node_modules/npm
  rm -- *.tgz
  ln -s ../lib/node_modules/npm/bin/npm-cli.js bin/npm
  ln -s ../lib/node_modules/npm/bin/npx-cli.js bin/npx
  chmod +x lib/node_modules/npm/bin/*.js bin/node
  cd "$work"
  mv "$work/node-$node.new" "$work/node-$node"
fi
