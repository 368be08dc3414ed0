# shellcheck shell=bash
# How a check is run and told.
PASSED=0
FAILED=0

# check TEXT COMMAND...: runs the command with "set -e" in a shell of its own; what it says is shown when it fails.
check() {
    local text=$1 status
    shift
    set +e
    (
        set -e
        "$@"
    ) > "$WORK/output" 2>&1
    status=$?
    set -e
    if ((status == 0)); then
        PASSED=$((PASSED + 1))
        echo "ok - $text"
    else
        FAILED=$((FAILED + 1))
        echo "not ok - $text"
        tail -n 25 "$WORK/output" | sed 's/^/#   /'
    fi
}

# until_true SECONDS COMMAND...: waits for a condition; what the command said last is shown when it never came true.
until_true() {
    local deadline=$((SECONDS + $1 + 1)) said
    shift
    until said=$("$@" 2>&1); do
        if ((SECONDS >= deadline)); then
            echo "waited in vain for: $*"
            echo "$said"
            return 1
        fi
        sleep 0.05
    done
}

# fails COMMAND...: true when the command is not.
fails() {
    ! "$@"
}

# equal EXPECTED FOUND
equal() {
    [[ $1 == "$2" ]] || {
        echo "expected: $1"
        echo "found:    $2"
        return 1
    }
}

# has TEXT PART
has() {
    [[ $1 == *"$2"* ]] || {
        echo "expected: ...$2..."
        echo "found:    $1"
        return 1
    }
}

summary() {
    echo "$PASSED passed, $FAILED failed"
    ((FAILED == 0))
}
