#!/bin/bash
cd /var/ossec/wodles
A=$(mktemp -p acme)
B=$(mktemp --tmpdir=acme)
