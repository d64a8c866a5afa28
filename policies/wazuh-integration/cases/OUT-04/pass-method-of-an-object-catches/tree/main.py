import sys


class Poller:
    def run(self):
        try:
            self.poll()
        except Exception as error:
            print(f"the poller has stopped: {type(error).__name__}", file=sys.stderr)

    def poll(self):
        raise NotImplementedError


def main():
    """Polls once."""
    poller = Poller()
    poller.run()


if __name__ == "__main__":
    main()
