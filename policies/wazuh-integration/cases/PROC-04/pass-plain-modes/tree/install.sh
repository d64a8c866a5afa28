#!/bin/sh
set -eu
chmod 750 wodle/main.py
chmod u+x wodle/main.py
