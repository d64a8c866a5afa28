import json

import click


def note(text):
    click.echo(f"relay: {text}", err=True)


def emit(event):
    click.echo(json.dumps(event))


@click.command()
def pull():
    note("started")
    emit({"status": "ok"})
