#!/bin/sh
set -eu
file="$(mktemp "$STATE_DIR/state.XXXXXX")"
other="$(mktemp -p "$STATE_DIR")"
echo "$file $other"
