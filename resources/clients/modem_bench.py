"""Client of the API of Modem Bench @VERSION@. Python 3.9 or newer, its standard library alone.

    from modem_bench import ModemBench

    bench = ModemBench("http://127.0.0.1:8470", token="...")
    bench.port.open(slot="a", path="/dev/ttyUSB2")
    print(bench.at.send(slot="a", text="AT+CSQ")["lines"])
    for event in bench.events("patch", "rows"):
        print(event.name, event.value)

Made by "modem-bench api python" from the contract. Names of fields are those of /openapi.json.
"""

import json
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import namedtuple

_ABSENT = object()
_AGAIN_SECONDS = 2

Event = namedtuple("Event", "name value id")


class BenchFault(Exception):
    """What a call fails with (RFC 9457): status, code, title, detail, tries."""

    def __init__(self, problem):
        self.status = problem.get("status", 0)
        self.code = problem.get("code", "http")
        self.title = problem.get("title", "")
        self.detail = problem.get("detail", "")
        self.tries = problem.get("tries", [])
        super().__init__(f"{self.title} {self.detail}".strip())


class ModemBench:
    def __init__(self, url, token, language="en", ca_file=None, timeout=None):
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}
        self._context = ssl.create_default_context(cafile=ca_file)
        self._timeout = timeout
        'TOPICS'

    def call(self, name, values=None):
        """Makes a call of the contract by its name. Raises BenchFault."""
        headers, body = {"Content-Type": "application/json"}, b""
        if values is not None:
            given = {key: value for key, value in values.items() if value is not _ABSENT}
            body = json.dumps(given).encode()
        with self._ask(f"/api/calls/{name}", headers, body) as response:
            text = response.read()
        return json.loads(text) if text else None

    def events(self, *names):
        """Events as they happen, for ever. A connection that was cut is made again; an event named
        missed says that some are not kept: ask app.snapshot anew."""
        query = "?" + urllib.parse.urlencode({"names": ",".join(names)}) if names else ""
        last = None
        while True:
            headers = {} if last is None else {"Last-Event-ID": last}
            try:
                with self._ask(f"/api/events{query}", headers, None) as response:
                    for event in _events_in(response):
                        last = event.id or last
                        yield event
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                pass
            time.sleep(_AGAIN_SECONDS)

    def _ask(self, path, headers, body):
        request = urllib.request.Request(
            self._url + path, data=body, headers={**self._headers, **headers}
        )
        https = {"context": self._context} if self._url.startswith("https:") else {}
        if self._timeout is not None:
            https["timeout"] = self._timeout
        try:
            return urllib.request.urlopen(request, **https)
        except urllib.error.HTTPError as error:
            raise BenchFault(_problem_in(error)) from None


def _problem_in(error):
    text = error.read().decode("utf-8", "replace")
    if "problem+json" in error.headers.get("Content-Type", ""):
        return json.loads(text)
    return {"status": error.code, "title": f"HTTP {error.code}", "detail": text}


def _events_in(response):
    fields = {}
    for line in response:
        line = line.decode("utf-8").rstrip("\n")
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.lstrip(" ")
        elif fields:
            if "event" in fields:
                value = json.loads(fields.get("data", "null"))
                yield Event(fields["event"], value, fields.get("id"))
            fields = {}
