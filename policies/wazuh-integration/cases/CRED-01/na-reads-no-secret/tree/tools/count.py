with open("events.json") as file:
    lines = len(file.readlines())
