#!/bin/bash
A=$(mktemp -p /var/ossec/wodles)
B=$(mktemp --tmpdir=/var/ossec/wodles x.XXXX)
C=$(mktemp "$FOLDER.XXXX")
D=$(mktemp /var/ossec/wodles/x.XXXX)
