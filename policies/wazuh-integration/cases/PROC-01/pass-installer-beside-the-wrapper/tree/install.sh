#!/bin/bash
cp -r wodle /var/ossec/wodles/acme
python3 /var/ossec/wodles/acme/main.py --check
