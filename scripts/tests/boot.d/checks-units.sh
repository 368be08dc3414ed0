# shellcheck shell=bash
# The unit files, before anything runs.
check_units() {
    check "systemd finds no fault in the units" units_are_valid
    check "the sysusers file makes the user and the group" users_exist
    check "$(exposure_line)" exposure_is_low
    check "the socket listens before the service runs, for its group alone" socket_waits
}

units_are_valid() {
    inside systemd-analyze verify --man=no --recursive-errors=no "$UNITS/writebackd.service" "$UNITS/writebackd.socket"
}

users_exist() {
    inside getent passwd writebackd
    has "$(inside getent passwd writebackd)" "/usr/sbin/nologin"
    inside getent group writebackd-callers
}

exposure() {
    inside systemd-analyze security --offline=true --threshold="${1:-100}" --no-pager "$UNITS/writebackd.service"
}

exposure_line() {
    echo "the exposure is at most 1.1: $(exposure | sed -n 's/.*writebackd.service: \([0-9.]*\).*/\1/p')"
}

exposure_is_low() {
    exposure 11 | grep Overall
}

socket_waits() {
    equal "660 root writebackd-callers" "$(inside stat --format='%a %U %G' "$SOCKET")"
    property_is ActiveState inactive
    equal "" "$(inside find /run/writebackd -type f)"
}
