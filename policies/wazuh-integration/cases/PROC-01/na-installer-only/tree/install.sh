#!/bin/bash
set -e
cp -r wodle /var/ossec/wodles/
