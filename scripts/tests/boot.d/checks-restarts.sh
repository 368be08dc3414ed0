# shellcheck shell=bash
# Death, hanging and stopping: no request is lost to any of them.
check_restarts() {
    check "a request that waits while a killed daemon restarts is answered" killed_daemon_answers
    check "a daemon that hangs is restarted by the watchdog" hung_daemon_restarts
    check "a journald that restarts is found again" journald_restarts
    check "a request in flight is finished by a clean stop" stop_finishes
    check "the socket outlives the service, and the next request starts it" socket_outlives
}

killed_daemon_answers() {
    local restarts
    restarts=$(property NRestarts)
    signal_daemon KILL
    has "$(request portal boot-kill unlock carol)" '"outcome":"applied"'
    property_is NRestarts $((restarts + 1))
}

hung_daemon_restarts() {
    local restarts
    restarts=$(property NRestarts)
    signal_daemon STOP
    until_true 20 property_is NRestarts $((restarts + 1))
    inside journalctl --quiet --output=cat --unit=writebackd.service | grep 'Watchdog timeout'
    until_true 20 health_is up
}

journald_restarts() {
    inside systemctl kill --signal=KILL systemd-journald.service
    until_true 10 inside systemctl is-active --quiet systemd-journald.service
    has "$(request portal boot-journald unlock dave)" '"outcome":"applied"'
    until_true 10 journal_has WRITEBACK_REQUEST_ID=boot-journald WRITEBACK_OUTCOME=applied
}

# The directory is frozen for so long that the request surely is in flight when the stop comes.
stop_finishes() {
    trap 'slapd thaw /srv/slapd' EXIT
    slapd freeze /srv/slapd
    request portal boot-stop unlock frank > "$WORK/reply" &
    local caller=$!
    until_true 10 request_is_open
    inside systemctl stop --no-block writebackd.service
    until_true 10 property_is ActiveState deactivating
    slapd thaw /srv/slapd
    wait "$caller"
    has "$(cat "$WORK/reply")" '"outcome":"applied"'
    until_true 20 property_is ActiveState inactive
    property_is Result success
}

# ss(8): the daemon's end of a connection by a caller, whose bytes have been read.
request_is_open() {
    inside ss --no-header --unix state established src "$SOCKET" | grep --quiet .
}

socket_outlives() {
    property_is ActiveState inactive
    inside systemctl is-active writebackd.socket
    api portal /v1/health
    property_is ActiveState active
    until_true 20 health_is up
}
