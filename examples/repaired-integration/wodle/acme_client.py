"""Asks Acme for events."""
import json
import urllib.error
import urllib.parse
import urllib.request

API = "https://api.acme.invalid-company.io/v2/events"


class AcmeError(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def events_after(token, cursor):
    query = urllib.parse.urlencode({"after": cursor})
    request = urllib.request.Request(f"{API}?{query}", headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            answer = json.loads(response.read())
    except urllib.error.HTTPError as error:
        raise AcmeError(f"HTTP {error.code}") from None
    except (OSError, ValueError):
        raise AcmeError("no answer") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("events"), list):
        raise AcmeError("an answer of another form")
    return [event for event in answer["events"] if isinstance(event, dict)]
