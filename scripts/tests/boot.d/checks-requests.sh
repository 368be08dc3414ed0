# shellcheck shell=bash
# From the first connection to a password that works, and what the journal tells of it.
readonly NEW_PASSWORD=Correct-Horse-Battery-9

check_requests() {
    check "the first connection starts the service, and is answered" first_connection
    check "the service has said READY and how it is" is_ready
    check "the directory is reached with the password from the credential" until_true 20 health_is up
    check "a reset is applied" reset_is_applied
    check "the new password signs in, the old one does not" password_is_new
    check "the journal has the reset under the unit's own name, user and credentials" reset_is_recorded
    check "an entry that somebody else forged is not taken for the unit's" forgery_is_apart
    check "journalctl -x explains the entry" catalog_explains
    check "no password is in the journal" journal_has_no_password
    check "a stranger in the socket's group is dropped unparsed, and that is recorded" stranger_is_dropped
    check "who is not in the socket's group cannot connect" outsider_is_kept_out
    check "the watchdog is fed: the service outlives it by far" until_true 20 outlives_watchdog
}

first_connection() {
    property_is ActiveState inactive
    api portal /v1/health
    property_is ActiveState active
}

is_ready() {
    property_is Type notify
    property_is NRestarts 0
    equal "serving" "$(property StatusText)"
}

reset_is_applied() {
    has "$(request portal boot-reset reset alice "$NEW_PASSWORD")" '"outcome":"applied"'
}

password_is_new() {
    signs_in alice "$NEW_PASSWORD"
    local said
    said=$(signs_in alice Start-alice-2024 2>&1) && return 1
    has "$said" "Invalid credentials (49)"
}

reset_is_recorded() {
    local entry
    entry=$(journal --output=json WRITEBACK_REQUEST_ID=boot-reset WRITEBACK_OUTCOME=applied)
    has "$entry" '"_SYSTEMD_UNIT":"writebackd.service"'
    has "$entry" "\"_UID\":\"$(inside id -u writebackd)\""
    has "$entry" '"_EXE":"/usr/sbin/writebackd"'
    has "$entry" '"WRITEBACK_CALLER":"portal"'
    has "$entry" '"MESSAGE_ID":"d181b301f4fd4dfd99714224d1288d02"'
}

forgery_is_apart() {
    printf '%s\n' MESSAGE=forged SYSLOG_IDENTIFIER=writebackd MESSAGE_ID=d181b301f4fd4dfd99714224d1288d02 \
        UNIT=writebackd.service | as stranger logger --journald
    inside journalctl --sync
    has "$(inside journalctl --output=cat MESSAGE_ID=d181b301f4fd4dfd99714224d1288d02)" forged
    fails journal_tells forged
}

catalog_explains() {
    local text
    text=$(journal --catalog --output=short WRITEBACK_REQUEST_ID=boot-reset WRITEBACK_OUTCOME=applied)
    has "$text" "Subject: Password of alice was reset"
}

journal_has_no_password() {
    inside journalctl --sync
    equal 0 "$(inside journalctl --output=export | grep --count --text --fixed-strings \
        -e "$NEW_PASSWORD" -e "$(setting SERVICE_PASSWORD)" || true)"
}

# 52: the server closed without a reply; 56: it reset the connection under an unread request; 7: before curl looked.
stranger_is_dropped() {
    local status=0 reply
    reply=$(request stranger boot-stranger reset bob Another-Password-1) || status=$?
    [[ $status =~ ^(7|52|56)$ ]]
    equal "" "$reply"
    until_true 5 journal_has MESSAGE_ID=dfd3dc5cb11c4cc391eacc495eb35ab2 \
        WRITEBACK_PEER_UID="$(inside id -u stranger)"
    equal "" "$(journal WRITEBACK_REQUEST_ID=boot-stranger)"
    signs_in bob Start-bob-2024
}

# 7: no connection.
outsider_is_kept_out() {
    local status=0
    api outsider /v1/health || status=$?
    equal 7 "$status"
}

outlives_watchdog() {
    local started now
    started=$(property ActiveEnterTimestampMonotonic)
    now=$(inside cut -d. -f1 /proc/uptime)
    ((now - started / 1000000 > 9)) && property_is NRestarts 0
}
