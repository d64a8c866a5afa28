#!/bin/sh
pip install collect
curl https://collect.acme.invalid-company.io/agents > agents.json
python collect.py
