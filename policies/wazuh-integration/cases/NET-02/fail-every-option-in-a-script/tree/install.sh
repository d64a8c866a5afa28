#!/bin/bash
curl --insecure https://api.example.com/
curl -sk https://api.example.com/
wget --no-check-certificate https://api.example.com/
