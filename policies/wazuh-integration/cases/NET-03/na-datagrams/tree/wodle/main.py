import socket


def own_address():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 80))
        return probe.getsockname()[0]


def send(line):
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.sendto(line.encode(), ("127.0.0.1", 514))
