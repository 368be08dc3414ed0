# shellcheck shell=bash
# What a package would install, the users of the site, and its directory.
readonly UNITS=/usr/lib/systemd/system
readonly DROP_INS=/etc/systemd/system/writebackd.service.d
readonly CONFIG=/etc/writebackd/writebackd.toml
readonly TEST_FILES=/usr/local/lib/writebackd-test

install_agent() {
    install -D -m 755 -t "$ROOTFS/usr/sbin" "$BIN/writebackd"
    install -D -m 755 -t "$ROOTFS/usr/bin" "$BIN/writebackctl"
    install -D -m 644 -t "$ROOTFS$UNITS" "$ROOT"/systemd/writebackd.{service,socket}
    install -D -m 644 "$ROOT/systemd/writebackd.sysusers" "$ROOTFS/usr/lib/sysusers.d/writebackd.conf"
    install -D -m 644 -t "$ROOTFS/usr/lib/systemd/catalog" "$ROOT/systemd/writebackd.catalog"
    install -d -m 755 "$ROOTFS/etc/writebackd" "$ROOTFS$DROP_INS"
    install -d -m 700 "$ROOTFS/etc/writebackd/credentials"
    # The watchdog's patience is cut short, so that the test need not wait for it.
    printf '[Service]\nWatchdogSec=3s\n' > "$ROOTFS$DROP_INS/quick.conf"
    mkdir -p "$ROOTFS$TEST_FILES/scripts" "$ROOTFS$TEST_FILES/etc"
    cp -r "$ROOT/scripts/servers" "$ROOTFS$TEST_FILES/scripts/"
    cp -r "$ROOT/etc/openldap" "$ROOTFS$TEST_FILES/etc/"
    install -m 644 "$HERE/boot.d/probe.py" "$ROOTFS$TEST_FILES/probe.py"
    install_users
    systemctl --root="$ROOTFS" enable --quiet writebackd.socket
    journalctl --root="$ROOTFS" --update-catalog
}

# portal is the configured caller; stranger may open the socket, too, but is nobody's caller; outsider may not open it.
install_users() {
    cat > "$ROOTFS/usr/lib/sysusers.d/writebackd-test.conf" <<- 'END'
	u portal -
	u stranger -
	u outsider -
	m portal writebackd-callers
	m stranger writebackd-callers
	END
    systemd-sysusers --root="$ROOTFS" writebackd.conf writebackd-test.conf > "$WORK/sysusers.log" 2>&1
}

slapd() {
    inside "$TEST_FILES/scripts/servers/slapd" "$@"
}

# setting NAME: a value of the directory's, see scripts/servers/slapd.
setting() {
    sed -n "s/^$1=//p" "$ROOTFS/srv/slapd/env"
}

start_directory() {
    slapd start /srv/slapd > "$WORK/slapd.log" 2>&1 || {
        cat "$WORK/slapd.log"
        fail "the directory did not start"
    }
    # The agent has another user than the directory.
    inside install -D -m 644 "$(setting CA_FILE)" /etc/writebackd/ca.crt
}

configure_agent() {
    inside install -m 600 "$(setting SERVICE_PASSWORD_FILE)" /etc/writebackd/credentials/corp-bind-password
    write_machine_file "$DROP_INS/credentials.conf" <<- 'END'
	[Service]
	LoadCredential=corp-bind-password:/etc/writebackd/credentials/corp-bind-password
	END
    write_config "Ask the service desk." corp-bind-password
    inside systemctl daemon-reload
}

# write_machine_file PATH: a file within the machine, from standard input.
write_machine_file() {
    inside tee "$1" > /dev/null
}

# write_config CONTACT CREDENTIAL
write_config() {
    write_machine_file "$CONFIG" <<- END
	[agent]
	name = "boot.example.test"
	contact = "$1"

	[callers.portal]
	trust = "peer"
	users = ["portal"]

	[directory.corp]
	kind = "openldap"
	servers = ["$(setting LDAPS_URL)"]
	ca_file = "/etc/writebackd/ca.crt"
	base = "$(setting PEOPLE_DN)"
	bind_dn = "$(setting SERVICE_DN)"
	bind_password_credential = "$2"
	default_policy = "$(setting POLICY_DN)"
	END
}
