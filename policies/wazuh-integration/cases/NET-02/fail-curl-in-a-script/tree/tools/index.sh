#!/bin/bash
set -euo pipefail
curl -sk -X PUT "https://indexer.example.com:9200/_template/example" -d @template.json
