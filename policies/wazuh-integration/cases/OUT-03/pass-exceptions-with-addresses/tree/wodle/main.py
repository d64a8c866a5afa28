def start(page, day, mode):
    if page:
        raise ValueError(f"no answer from https://api.acme.io/events?page_token={page}")
    if day:
        raise ValueError(f"no answer from https://api.acme.io/events?since={day}")
    raise ValueError(f"unknown mode {mode}")
