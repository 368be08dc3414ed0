# shellcheck shell=bash
# The sandbox, as the kernel sees it on the running daemon, and as a probe finds it in the daemon's place.
check_sandbox() {
    check "the daemon has no privileges and can gain none" daemon_is_unprivileged
    check "the daemon sees a read-only file system beside its own state" file_system_is_read_only
    check "the daemon dumps no core and has its memory locked" memory_is_kept
    check "no secret is in the daemon's environment or arguments" environment_is_clean
    check "nobody else can read the credential" credential_is_private
    check "a probe runs in the daemon's place" run_probe
    check "what the sandbox must deny is denied" probe_is_denied
    check "what the daemon needs works under the sandbox" probe_works
}

# status FIELD: of the daemon, from proc(5).
status() {
    inside sed -n "s/^$1:[[:space:]]*//p" "/proc/$(main_pid)/status"
}

daemon_is_unprivileged() {
    equal 1 "$(status NoNewPrivs)"
    equal 2 "$(status Seccomp)"
    equal 0000000000000000 "$(status CapBnd)"
    equal 0000000000000000 "$(status CapEff)"
    has "$(status Uid)" "$(inside id -u writebackd)"
}

# As root, through the daemon's own view of the file system: only the mounts are in the way.
file_system_is_read_only() {
    local pid path
    pid=$(main_pid)
    for path in /etc/writebackd /usr /usr/lib /run /run/writebackd /var/log /srv; do
        has "$(inside touch "/proc/$pid/root$path/probe" 2>&1 || true)" "Read-only file system"
    done
    inside touch "/proc/$pid/root/var/lib/writebackd/probe"
    inside rm "/var/lib/writebackd/probe"
}

memory_is_kept() {
    has "$(inside grep '^Max core file size' "/proc/$(main_pid)/limits" | tr -s ' ')" "Max core file size 0 0"
    (($(status VmLck | cut -d' ' -f1) >= 1024))
    fails as writebackd cat "/proc/$(main_pid)/environ"
}

environment_is_clean() {
    local pid words
    pid=$(main_pid)
    words=$(inside cat "/proc/$pid/environ" "/proc/$pid/cmdline" | tr '\0' ' ')
    has "$words" LDAPNOINIT=1
    fails has "$words" "$(setting SERVICE_PASSWORD)"
}

credential_is_private() {
    inside test -s /run/credentials/writebackd.service/corp-bind-password
    fails as portal cat /run/credentials/writebackd.service/corp-bind-password
}

# The very unit, with a probe for the daemon, and its interpreter among what may be executed. The address is one of this
# machine's, so that something would answer there, but not a loopback one.
run_probe() {
    inside ip address add 192.0.2.1/32 dev lo
    sed -e "s|^ExecStart=.*|ExecStart=/usr/bin/python3 -I $TEST_FILES/probe.py|; s|^Type=.*|Type=oneshot|" \
        -e "s|^BindReadOnlyPaths=.*|& /usr/bin/$(inside readlink /usr/bin/python3)|" \
        -e '/^Requires=\|^Restart\|^Watchdog\|^ExecReload/d' "$ROOT/systemd/writebackd.service" |
        write_machine_file /etc/systemd/system/writebackd-probe.service
    inside mkdir -p /etc/systemd/system/writebackd-probe.service.d
    inside cp "$DROP_INS/credentials.conf" /etc/systemd/system/writebackd-probe.service.d/
    inside systemctl daemon-reload
    inside systemctl start writebackd-probe.service || true
    inside journalctl --sync
    inside journalctl --quiet --output=cat _SYSTEMD_UNIT=writebackd-probe.service > "$WORK/probe"
}

probe_is_denied() {
    cat "$WORK/probe"
    (($(grep --count ^denied "$WORK/probe") == 21))
    fails grep ^ALLOWED "$WORK/probe"
}

probe_works() {
    cat "$WORK/probe"
    equal 5 "$(grep --count ^works "$WORK/probe")"
    fails grep ^BROKEN "$WORK/probe"
}
