# shellcheck shell=bash
# The ledger and the keys, as the sandbox lets the daemon keep them, after all the restarts before.
check_records() {
    check "ledger and keys are the daemon's own, and nobody else can read them" state_is_private
    check "a request that was answered before the restarts is answered the same, from the ledger" ledger_remembers
    check "the journal agrees with the ledger, by the field that nobody can forge" audit_agrees
    check "a record that was altered is found" audit_finds
    check "keys are rotated and put in force by a reload; the old current one still opens" keys_rotate
}

state_is_private() {
    equal "600 writebackd" "$(inside stat -c '%a %U' /var/lib/writebackd/ledger.db)"
    equal "600 writebackd" "$(inside stat -c '%a %U' /var/lib/writebackd/keys.jwks)"
    equal "700 writebackd" "$(inside stat -c '%a %U' /var/lib/writebackd)"
}

ledger_remembers() {
    has "$(request portal boot-kill unlock carol)" '"replayed":true'
}

audit_agrees() {
    inside journalctl --sync
    inside writebackctl audit verify
}

# In a copy of the ledger, so that the daemon keeps its own.
audit_finds() {
    local status=0
    inside sqlite3 /var/lib/writebackd/ledger.db ".backup /srv/copy.db"
    inside sqlite3 /srv/copy.db "UPDATE records
        SET body = CAST(replace(CAST(body AS TEXT), 'carol', 'mallory') AS BLOB) WHERE instr(body, CAST('carol' AS BLOB))"
    inside writebackctl audit verify --ledger /srv/copy.db || status=$?
    equal 1 "$status"
}

keys_rotate() {
    local before after
    before=$(api portal /v1/keys)
    inside writebackctl keys rotate
    inside systemctl reload writebackd.service
    until_true 10 journal_tells "other keys are in force"
    after=$(api portal /v1/keys)
    equal "$(key_id next "$before")" "$(key_id current "$after")"
    has "$(inside writebackctl keys list)" "$(key_id current "$before")"
}

# key_id STATUS KEYS
key_id() {
    python3 -c 'import json, sys
print([key["kid"] for key in json.loads(sys.argv[2])["keys"] if key["status"] == sys.argv[1]][0])' "$1" "$2"
}
