#!/bin/sh
# Sends the alert that active response hands over to a chat.
TOKEN="<TOKEN>"
CHAT="42"
PWD=`pwd`

ALERT=$(tail -n 1 "$PWD/alerts.log")
curl -s -m 10 -d text="$ALERT" -d chat_id="$CHAT" "https://chat.example.com/bot$TOKEN/send"
