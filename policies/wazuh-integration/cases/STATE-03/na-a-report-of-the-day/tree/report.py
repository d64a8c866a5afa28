#!/usr/bin/env python3
"""Writes a table, and reads it again to send it: no later run ever sees it."""
import csv
from datetime import date
from email.message import EmailMessage

REPORT = "/var/ossec/reports/{}-egret.csv".format(date.today())


def write(rows):
    with open(REPORT, "w") as table:
        csv.writer(table).writerows(rows)


def attached(path):
    message = EmailMessage()
    with open(path, "rb") as table:
        message.add_attachment(table.read(), maintype="text", subtype="csv")
    return message


write([["a", 1]])
attached(REPORT)
