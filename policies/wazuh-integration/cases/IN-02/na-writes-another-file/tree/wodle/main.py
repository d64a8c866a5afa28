with open("/var/ossec/wodles/acme/report.txt", "w") as target:
    target.write("nothing happened")
