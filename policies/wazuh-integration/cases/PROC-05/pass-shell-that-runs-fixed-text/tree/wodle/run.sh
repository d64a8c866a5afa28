#!/bin/bash
ANSWER=$(curl -s --max-time 5 https://api.example.com/v1/events)
COMMAND="echo ready"
eval "$COMMAND"
bash -c 'echo "$1"' _ "$ANSWER"
echo "echo ready" | sh
bash ./helper.sh "$ANSWER"
curl -s --max-time 5 https://api.example.com/v1/events | ./helper.sh
source ./settings.sh
eval "$OPTIONS"
echo "$ANSWER"
