#!/bin/bash
set -euo pipefail
curl -fsSL https://packages.example.com/agent/install.sh | sudo bash -s -- --yes
eval "$(ssh-agent -s)"
