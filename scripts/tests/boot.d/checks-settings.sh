# shellcheck shell=bash
# Configuration and credentials that change, and that are wrong; at last the examples for administrators.
check_settings() {
    check "a reload puts a new configuration in force without a restart" reload_takes
    check "a bad configuration is refused by a reload: the old one stays, and the journal says why" reload_refuses
    check "a start with a bad configuration stays up and says so" misconfigured_stays_up
    check "a start without a needed credential stays up and names it" missing_credential_is_named
    check "a corrected configuration is taken by a reload" corrected_is_taken
    check "the example for a journal namespace keeps the records there" namespace_keeps
}

policy_has() {
    has "$(api portal /v1/policy)" "$1"
}

reload_takes() {
    local pid
    pid=$(main_pid)
    policy_has "Ask the service desk."
    write_config "Ask extension 4711." corp-bind-password
    inside systemctl reload writebackd.service
    until_true 10 policy_has "Ask extension 4711."
    equal "$pid" "$(main_pid)"
    journal_has MESSAGE_ID=708f469177374e2c9f823b8da048b648
}

reload_refuses() {
    local pid
    pid=$(main_pid)
    write_machine_file "$CONFIG" <<< $'[agent]\nnaem = "typing error"\n'
    inside systemctl reload writebackd.service
    until_true 10 journal_tells "naem"
    until_true 10 journal_has MESSAGE_ID=e16240d0573a4651b7c74fcddc5e051a
    has "$(property StatusText)" "old one stays in force"
    equal "$pid" "$(main_pid)"
    policy_has "Ask extension 4711."
    has "$(request portal boot-refused unlock grace)" '"outcome":"applied"'
}

misconfigured_stays_up() {
    inside systemctl restart writebackd.service
    until_true 10 health_is misconfigured
    property_is ActiveState active
    has "$(property StatusText)" misconfigured
    has "$(request portal boot-misconfigured unlock heidi)" '"code":"misconfigured"'
}

missing_credential_is_named() {
    write_config "Ask extension 4711." other-bind-password
    inside systemctl restart writebackd.service
    until_true 10 health_is misconfigured
    property_is ActiveState active
    until_true 10 journal_tells other-bind-password
}

corrected_is_taken() {
    write_config "Ask extension 4711." corp-bind-password
    inside systemctl reload writebackd.service
    until_true 20 health_is up
    has "$(request portal boot-corrected unlock heidi)" '"outcome":"applied"'
}

namespace_keeps() {
    inside tee "$DROP_INS/journal-namespace.conf" < "$ROOT/systemd/examples/journal-namespace.conf" > /dev/null
    inside tee /etc/systemd/journald@writebackd.conf < "$ROOT/systemd/examples/journald@writebackd.conf" > /dev/null
    inside systemctl daemon-reload
    inside systemctl restart writebackd.service
    until_true 20 health_is up
    has "$(request portal boot-namespace unlock ivan)" '"outcome"'
    until_true 10 namespace_tells WRITEBACK_REQUEST_ID=boot-namespace
    equal "" "$(journal WRITEBACK_REQUEST_ID=boot-namespace)"
}

namespace_tells() {
    inside journalctl --namespace=writebackd --sync
    inside journalctl --namespace=writebackd --quiet --output=cat _SYSTEMD_UNIT=writebackd.service "$@" | grep .
}
