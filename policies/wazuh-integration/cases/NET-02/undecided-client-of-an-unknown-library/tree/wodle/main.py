import os

from github import Github

hub = Github(os.environ["GITHUB_TOKEN"])
for event in hub.get_organization("acme").get_events():
    emit(event.raw_data)
