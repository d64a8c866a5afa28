import urllib.request


class Report:
    verify = True


def read():
    report = Report()
    report.verify = False
    with urllib.request.urlopen("https://api.acme.invalid-company.io/v1", timeout=10) as answer:
        return answer.read(), report
