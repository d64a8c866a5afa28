#!/bin/bash -e
set -u
exec python3 ./main.py
