#!/usr/bin/env python3
"""Checks writebackd's hash chain from a journal alone, with nothing but Python.

    journalctl -o export _SYSTEMD_UNIT=writebackd.service _TRANSPORT=journal | python3 verify-journal.py

Prints what is wrong and the newest record with its hash; ends with 1 when something is wrong, with 2 when there is no
record. The chain is defined in docs/audit.md.
"""
import hashlib
import struct
import sys

OUTSIDE = {b"WRITEBACK_SEQUENCE", b"WRITEBACK_PREVIOUS_HASH", b"WRITEBACK_LATE"}


def entries(stream):
    """The export format (https://systemd.io/JOURNAL_EXPORT_FORMATS): an empty line ends an entry."""
    fields = []
    while line := stream.readline():
        if line == b"\n":
            yield fields
            fields = []
        elif b"=" in line:
            fields.append(tuple(line[:-1].split(b"=", 1)))
        else:  # name, newline, length as 64 bits little-endian, value, newline
            (size,) = struct.unpack("<Q", stream.read(8))
            fields.append((line[:-1], stream.read(size + 1)[:-1]))
    if fields:
        yield fields


def body(fields):
    """What the hash covers: sorted, each pair once, in the form of the journal's native protocol."""
    lines = []
    for name, value in sorted(set(fields)):
        if name.startswith(b"_") or name in OUTSIDE:
            continue
        if b"\n" in value:
            lines.append(name + b"\n" + struct.pack("<Q", len(value)) + value + b"\n")
        else:
            lines.append(name + b"=" + value + b"\n")
    return b"".join(lines)


def main():
    chain, problems = {}, []
    for fields in entries(sys.stdin.buffer):
        given = dict(fields)
        if b"WRITEBACK_SEQUENCE" not in given:
            continue  # no record, or one that was made while the ledger took none
        number = int(given[b"WRITEBACK_SEQUENCE"])
        previous = bytes.fromhex(given[b"WRITEBACK_PREVIOUS_HASH"].decode())
        hash = hashlib.sha256(previous + struct.pack(">Q", number) + body(fields)).digest()
        if chain.setdefault(number, (previous, hash)) != (previous, hash):
            problems.append(f"{number}: two entries that differ")
    before = None
    for number in sorted(chain):
        if before is not None and number != before + 1:
            problems.append(f"{before + 1} to {number - 1}: missing")
        expected = chain[number - 1][1] if number - 1 in chain else bytes(32) if number == 1 else None
        if expected is not None and chain[number][0] != expected:
            problems.append(f"{number}: does not follow from the one before")
        before = number
    print(*problems, sep="\n", end="\n" if problems else "")
    if not chain:
        print("no records", file=sys.stderr)
        return 2
    print(f"{len(chain)} records, from {min(chain)}; head {before}:{chain[before][1].hex()}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
