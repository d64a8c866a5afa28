#!/bin/bash
curl -s --cacert ca.pem https://api.example.com/
wget -q https://api.example.com/
tar -k -xf acme.tar
other --no-check-certificate
other --insecure
