# shellcheck shell=bash
# The machine: its file system, its processes, and its end.
NSPAWN='' LEADER='' CGROUP=''

# A tmpfs carries the changes, since an overlay may not keep them on another overlay, such as a container's root.
lay_file_system() {
    mount -t tmpfs -o mode=0755 boot "$WORK"
    mkdir "$WORK"/{upper,changes,root}
    mount -t overlay boot -o "lowerdir=/,upperdir=$WORK/upper,workdir=$WORK/changes" "$WORK/root"
    ROOTFS=$WORK/root
    strip_host
}

# Of the machine below only the programs are wanted: no identity, no mounts, no services, no ban on starting services.
strip_host() {
    : > "$ROOTFS/etc/machine-id"
    : > "$ROOTFS/etc/fstab"
    rm -rf "$ROOTFS"/etc/systemd/system/{*.wants,writebackd*} "$ROOTFS"/var/log/journal/*
    rm -f "$ROOTFS"/usr/sbin/policy-rc.d "$ROOTFS"/etc/resolv.conf
    ln -sf /usr/lib/systemd/system/basic.target "$ROOTFS/etc/systemd/system/default.target"
}

# A cgroup v2 of its own, for nspawn to hand on. The system calls are for IPAddressDeny=, credentials and locked memory.
boot_machine() {
    CGROUP=$(findmnt --noheadings --first-only --types cgroup2 --output TARGET)/writebackd-boot-$$
    mkdir "$CGROUP"
    (
        echo "$BASHPID" > "$CGROUP/cgroup.procs"
        export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
        exec systemd-nspawn --quiet --boot --directory="$ROOTFS" --machine="writebackd-boot-$$" \
            --register=no --keep-unit --private-network --link-journal=no --console=pipe --notify-ready=yes \
            --system-call-filter='bpf @keyring @memlock'
    ) < /dev/null > "$WORK/console" 2>&1 &
    NSPAWN=$!
    until_true 30 machine_is_up || {
        tail -n 30 "$WORK/console"
        fail "the machine did not boot"
    }
}

# The children of nspawn's main thread: the one process is the machine's PID 1.
machine_is_up() {
    kill -0 "$NSPAWN" && LEADER=$(cut -d' ' -f1 "/proc/$NSPAWN/task/$NSPAWN/children") && [[ -n $LEADER ]] &&
        [[ $(cat "/proc/$LEADER/comm") == systemd ]] && inside systemctl is-active --quiet basic.target
}

# inside COMMAND...: runs a command within the machine as root, with nothing of our environment.
inside() {
    local leader=${LEADER:-$(cut -d' ' -f1 "/proc/$NSPAWN/task/$NSPAWN/children")}
    nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup --wdns=/ -- \
        env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin LANG=C.UTF-8 LDAPNOINIT=1 SYSTEMD_PAGER= "$@"
}

# as USER COMMAND...: the same as one of the machine's users, with all groups of that user.
as() {
    local user=$1
    shift
    inside setpriv --reuid "$user" --regid "$user" --init-groups -- "$@"
}

# SIGRTMIN+4 asks systemd to power off.
dismantle() {
    local status=$?
    if [[ -n $NSPAWN ]] && kill -0 "$NSPAWN" 2> /dev/null; then
        LEADER=$(cut -d' ' -f1 "/proc/$NSPAWN/task/$NSPAWN/children")
        [[ -z $LEADER ]] || kill -s RTMIN+4 "$LEADER" || true
        until_true 10 fails kill -0 "$NSPAWN" || kill -KILL "$NSPAWN" "$LEADER" || true
        wait "$NSPAWN" 2> /dev/null || true
    fi
    remove_cgroup
    if [[ -n $KEEP ]]; then
        echo "kept: $WORK (umount $WORK/root $WORK)"
        exit $status
    fi
    umount "$WORK/root" "$WORK" 2> /dev/null || umount --lazy "$WORK/root" "$WORK" 2> /dev/null || true
    rmdir "$WORK"
    exit $status
}

remove_cgroup() {
    [[ -d $CGROUP ]] || return 0
    local folder
    while read -r folder; do
        until_true 5 rmdir "$folder" || true
    done < <(find "$CGROUP" -depth -type d)
}
