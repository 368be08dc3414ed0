"""Prints LDIF: what the trees of the throw-away 389 Directory Server have in common."""
import base64
import hashlib

NAMES = "alice bob carol dave erin frank grace heidi ivan judy mallory niaj".split()


def escape(value):
    """Escapes a value for a DN (RFC 4514 section 2.4); no value here begins or ends with a space."""
    return ("\\" if value.startswith("#") else "") + "".join("\\" + c if c in '\\,+"<>;=' else c for c in value)


def entry(dn, **attributes):
    """Prints one entry, every value in base64: the odd names need it, and it does no harm to the others."""
    lines = [("dn", dn)]
    for name, values in attributes.items():
        lines += [(name, value) for value in (values if isinstance(values, list) else [values])]
    for name, value in lines:
        print(f"{name}:: {base64.b64encode(str(value).encode()).decode()}")
    print()


def start_password(name):
    """The password a person has in the beginning, hashed."""
    salt = name.encode()
    digest = hashlib.sha512(f"Start-{name}-2024".encode() + salt).digest()
    return "{SSHA512}" + base64.b64encode(digest + salt).decode()
