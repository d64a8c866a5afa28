#!/bin/bash
set -euo pipefail
cp -r wodle /opt
