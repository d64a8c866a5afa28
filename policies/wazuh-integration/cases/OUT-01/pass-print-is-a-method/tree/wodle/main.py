class Sheet:
    def print(self):
        return "x"


Sheet().print()
