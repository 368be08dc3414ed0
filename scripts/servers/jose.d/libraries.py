"""Signs and verifies with one of two libraries, as told by a JSON object on standard input.

Members: library (jwcrypto or joserfc), key (a JWK), and either header and payload, to print a compact JWS, or token,
to print its payload. What goes wrong ends the program with another status than 0.
"""

import json
import sys
import warnings

import joserfc.jwk
import joserfc.jws
import jwcrypto.jwk
import jwcrypto.jws


def jwcrypto_sign(key, header, payload):
    token = jwcrypto.jws.JWS(payload.encode())
    token.allowed_algs = [header["alg"]]
    token.add_signature(jwcrypto.jwk.JWK(**key), None, json.dumps(header))
    return token.serialize(compact=True)


def jwcrypto_verify(key, token):
    found = jwcrypto.jws.JWS()
    found.allowed_algs = [key["alg"]]
    found.deserialize(token, jwcrypto.jwk.JWK(**key))
    return found.payload.decode()


def joserfc_sign(key, header, payload):
    return joserfc.jws.serialize_compact(header, payload, joserfc.jwk.import_key(key), algorithms=[header["alg"]])


def joserfc_verify(key, token):
    found = joserfc.jws.deserialize_compact(token, joserfc.jwk.import_key(key), algorithms=[key["alg"]])
    return found.payload.decode()


# RFC 9864 gives EdDSA on Ed25519 a second name, and joserfc warns of the first.
warnings.simplefilter("ignore")
task = json.load(sys.stdin)
action = "verify" if "token" in task else "sign"
print(globals()[task.pop("library") + "_" + action](**task), end="")
