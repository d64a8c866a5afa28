#!/bin/bash
set -euo pipefail
printf "Exporting\n"
