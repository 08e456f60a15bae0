"""Reads and writes encoded records with `ardm serve`, which has to run on this machine.

    python3 ardm_client.py encode heron.png heron.png.ardm
    python3 ardm_client.py decode heron.png.ardm heron.png

`decode` takes the value of a record of an encoded topic as well, as any Kafka client hands it out.
"""
import json
import sys
import urllib.error
import urllib.request


def call(what, body, server="http://127.0.0.1:8643"):
    """The bytes that the server makes of these; ValueError with the reason if it cannot."""
    request = urllib.request.Request(f"{server}/{what}", data=body, method="POST")
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.read()
    except urllib.error.HTTPError as refused:
        raise ValueError(json.load(refused)["error"]) from None


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    what, source, target, *server = sys.argv[1:]
    with open(source, "rb") as file:
        given = file.read()
    try:
        made = call(what, given, *server)
    except urllib.error.URLError as away:
        sys.exit(f"ardm serve does not answer ({away.reason}): start it with `./ardm serve`")
    except ValueError as refused:
        sys.exit(f"{source}: {refused}")
    with open(target, "wb") as file:
        file.write(made)
