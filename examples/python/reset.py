#!/usr/bin/env python3
"""Resets one password through writebackd, as a service would: sealed, signed, and sent again until its end is known.

    printf '%s' "$PASSWORD" | reset.py --key cloud.jwk --issuer https://cloud.example.org \\
        --audience writeback.example.org --state /var/lib/cloud/r-4711.json alice

Wants joserfc (pip install joserfc). The password is the first line of standard input, or of --password-fd.
Prints the last reply, and ends with
    0 applied   1 refused   2 nothing was sent   3 not applied   4 unknown   64 wrong use
"""

import argparse
import http.client
import json
import os
import socket
import sys
import time
import urllib.parse
import uuid

from joserfc import jwe, jws
from joserfc.jwk import JWKRegistry
from joserfc.registry import HeaderParameter

SIGNATURES = {"EC": "ES256", "OKP": "EdDSA", "RSA": "PS256"}
SEALING = jwe.JWERegistry(
    {name: HeaderParameter(name, "str") for name in ("iss", "aud", "jti")}, algorithms=["ECDH-ES", "A256GCM"])
LIFETIME = 120
EXIT = {"applied": 0, "refused": 1, "not_applied": 3, "unknown": 4}


class AgentConnection(http.client.HTTPConnection):
    """HTTP on a Unix socket; the host name is not looked at."""

    def __init__(self, path, timeout):
        super().__init__("agent", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class NotSent(Exception):
    """The request did not leave: it has changed nothing."""


class NoAnswer(Exception):
    """The request was sent, and nothing that can be understood came back: it may have changed something."""


class Agent:
    def __init__(self, path, timeout):
        self.path, self.timeout = path, timeout

    def ask(self, method, target, body=None, content_type=None):
        """The status and the JSON document of one reply."""
        connection = AgentConnection(self.path, self.timeout)
        try:
            connection.connect()
        except OSError as error:
            raise NotSent(f"{self.path}: {error}") from error
        try:
            headers = {"Content-Type": content_type} if content_type else {}
            connection.request(method, target, body, headers)
            reply = connection.getresponse()
            return reply.status, json.loads(reply.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NoAnswer(repr(error)) from error
        finally:
            connection.close()

    def sealing_key(self):
        """The key that new passwords are sealed to. A service may keep it for a day at most."""
        status, document = self.ask("GET", "/v1/keys")
        if status != 200:
            raise NotSent(document.get("detail", f"GET /v1/keys: {status}"))
        current = next(key for key in document["keys"] if key["status"] == "current")
        return JWKRegistry.import_key(current)

    def recorded(self, request):
        """What is on record of the request; None where it never was recorded, and so has written nothing."""
        identity = urllib.parse.quote(request["jti"], safe="")
        query = urllib.parse.urlencode({"iss": request["iss"]})
        status, document = self.ask("GET", f"/v1/requests/{identity}?{query}")
        if document.get("code") == "request_unknown":
            return None
        if status == 202 or "request_id" not in document:
            # Still being carried out; or the agent could not look, and speaks of the question and not of the request.
            return dict(document, outcome="unknown", retryable=True)
        return document


def seal(password, request, key):
    """A compact JWE. Its header repeats whose request it is, so that it cannot be moved to another one."""
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": key.kid}
    header |= {name: request[name] for name in ("iss", "aud", "jti")}
    return jwe.encrypt_compact(header, password, key, registry=SEALING)


def sign(request, key):
    """A compact JWS of the request. Its times belong to the signature: each sending has its own."""
    now = int(time.time())
    algorithm = SIGNATURES[key.key_type]
    header = {"alg": algorithm, "kid": key.kid or key.thumbprint(), "typ": "writeback-request+jwt"}
    claims = json.dumps(dict(request, iat=now, exp=now + LIFETIME))
    return jws.serialize_compact(header, claims.encode(), key, algorithms=[algorithm])


def new_request(options, agent):
    request = {
        "iss": options.issuer, "aud": options.audience, "jti": options.jti or str(uuid.uuid4()),
        "auth_time": options.auth_time or int(time.time()), "op": "reset",
        "account": {"id" if options.id else "name": options.account}, "client": "example",
    }
    if options.method:
        request["amr"] = options.method
    request["new_password"] = seal(read_password(options.password_fd), request, agent.sealing_key())
    return request


def read_password(descriptor):
    with open(descriptor, "rb", closefd=False) as file:
        return file.readline().removesuffix(b"\n")


def send(request, agent, key, patience, is_open):
    """Sends the same request until its end is known, or `patience` seconds have passed; the last document, or None.

    `is_open` says whether it may have been sent before, without an answer.
    """
    end, document = time.monotonic() + patience, None
    while True:
        wait = 2
        try:
            _, document = agent.ask("POST", "/v1/requests", sign(request, key), "application/jwt")
            if is_open and document["outcome"] in ("refused", "not_applied") and not document.get("replayed"):
                # A refusal by the door says nothing of what an earlier sending has done; the record does.
                document = agent.recorded(request) or document
            is_open = document["outcome"] == "unknown"
            if document["outcome"] != "not_applied" and not document.get("retryable"):
                return document
            wait = document.get("retry_after", wait)
        except NotSent as error:
            print(f"not sent: {error}", file=sys.stderr)
        except NoAnswer as error:
            document, is_open = {"outcome": "unknown", "detail": str(error)}, True
        if time.monotonic() + wait > end:
            return document
        time.sleep(wait)


def load(path):
    """A request that an earlier run has begun; its sealed password must be sent byte for byte as it was."""
    if path and os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    return None


def save(path, request):
    """Keeps the request before it is sent for the first time, on disk: then no crash can make two of it."""
    with open(path, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        json.dump(request, file)
        file.flush()
        os.fsync(file.fileno())


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda message: (print(f"reset.py: {message}", file=sys.stderr), sys.exit(64))
    parser.add_argument("account")
    parser.add_argument("--id", action="store_true", help="ACCOUNT is the directory's immutable id, not a name")
    parser.add_argument("--socket", default="/run/writebackd/api.sock")
    parser.add_argument("--key", required=True, help="the private signing key, a JWK: EC P-256, OKP Ed25519 or RSA")
    parser.add_argument("--issuer", required=True)
    parser.add_argument("--audience", required=True, help="the agent's configured name")
    parser.add_argument("--method", action="append", help="how the user was verified (amr); may be repeated")
    parser.add_argument("--auth-time", type=int, help="when, in seconds since 1970; default now")
    parser.add_argument("--jti", help="default: a random UUID")
    parser.add_argument("--state", help="file that keeps the request until its end is known, across crashes")
    parser.add_argument("--password-fd", type=int, default=0)
    parser.add_argument("--patience", type=float, default=60, help="seconds to go on trying")
    parser.add_argument("--timeout", type=float, default=20, help="for one reply; above the agent's request_timeout")
    return parser.parse_args()


def main():
    options = arguments()
    agent = Agent(options.socket, options.timeout)
    with open(options.key, encoding="utf-8") as file:
        key = JWKRegistry.import_key(json.load(file))
    request = load(options.state)
    is_open = request is not None
    if request is None:
        try:
            request = new_request(options, agent)
        except (NotSent, NoAnswer) as error:
            print(f"reset.py: {error}", file=sys.stderr)
            return 2
        if options.state:
            save(options.state, request)
    document = send(request, agent, key, options.patience, is_open)
    if document is None:
        return 2
    print(json.dumps(document, indent=2, ensure_ascii=False))
    if options.state and document["outcome"] in ("applied", "refused"):
        os.unlink(options.state)
    return EXIT[document["outcome"]]


if __name__ == "__main__":
    sys.exit(main())
