# shellcheck shell=bash
# The caller's side, and what systemd and the journal know of the service.
readonly SOCKET=/run/writebackd/api.sock

# api USER PATH [CURL ARGUMENT...]
api() {
    local user=$1 path=$2
    shift 2
    as "$user" curl --silent --show-error --max-time 30 --unix-socket "$SOCKET" "$@" "http://agent$path"
}

# request USER JTI OPERATION ACCOUNT [PASSWORD]: passwords come by standard input, as nobody's argument.
request() {
    local password=${5:+,\"new_password\":\"$5\"}
    printf '{"jti":"%s","op":"%s","account":{"name":"%s"},"amr":["sms","otp"]%s}' "$2" "$3" "$4" "$password" |
        api "$1" /v1/requests -H 'Content-Type: application/json' --data-binary @-
}

health_is() {
    local found
    found=$(api portal /v1/health)
    has "$found" "\"status\":\"$1\""
}

# signs_in ACCOUNT PASSWORD: as any application would ask the directory.
signs_in() {
    inside env --unset=LDAPNOINIT LDAPTLS_CACERT=/etc/writebackd/ca.crt ldapwhoami -x -H "$(setting LDAPS_URL)" \
        -D "uid=$1,$(setting PEOPLE_DN)" -w "$2"
}

# property NAME: of the service, as systemd knows it.
property() {
    inside systemctl show --property="$1" --value writebackd.service
}

property_is() {
    equal "$2" "$(property "$1")"
}

# main_pid: the daemon's number within the machine; an error, never 0, when it does not run.
main_pid() {
    local pid
    pid=$(property MainPID)
    ((pid > 1)) || {
        echo "the service has no process" >&2
        return 1
    }
    echo "$pid"
}

signal_daemon() {
    local pid
    pid=$(main_pid)
    inside kill -s "$1" "$pid"
}

# journal ARGUMENT...: what the unit itself wrote, by the field that nobody can forge.
journal() {
    inside journalctl --sync
    inside journalctl --quiet --no-pager --output=cat _SYSTEMD_UNIT=writebackd.service "$@"
}

# journal_tells TEXT [MATCH...]
journal_tells() {
    local text=$1 found
    shift
    found=$(journal "$@")
    has "$found" "$text"
}

# journal_has MATCH...: whether the unit wrote such an entry.
journal_has() {
    local found
    found=$(journal "$@")
    [[ -n $found ]]
}
