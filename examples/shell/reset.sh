#!/bin/bash
# Resets one password through writebackd with curl and jose (Debian: apt-get install curl jose):
#
#     printf '%s' "$PASSWORD" | reset.sh --key cloud.jwk --issuer https://cloud.example.org \
#         --audience writeback.example.org ALICE
#
# The password is the first line of standard input. The signing key is a private JWK, EC P-256 or RSA: jose 11 has no
# Ed25519, and no X25519 to seal with. Prints the last reply, and ends with
#     0 applied   1 refused   2 nothing was sent   3 not applied   4 unknown   64 wrong use
set -euo pipefail

usage() { echo "usage: $0 --key FILE --issuer ISS --audience AUD [--socket PATH] [--jti ID] [--patience S] ACCOUNT" >&2; exit 64; }

socket=/run/writebackd/api.sock key='' issuer='' audience='' jti='' patience=60
while [ $# -gt 1 ]; do
    case $1 in
        --key) key=$2 ;;
        --issuer) issuer=$2 ;;
        --audience) audience=$2 ;;
        --socket) socket=$2 ;;
        --jti) jti=$2 ;;
        --patience) patience=$2 ;;
        *) usage ;;
    esac
    shift 2
done
if [ $# -ne 1 ] || [ -z "$key" ] || [ -z "$issuer" ] || [ -z "$audience" ]; then usage; fi
account=$1
# It stands in a URL, below.
if [[ $jti = *[!A-Za-z0-9._~-]* ]]; then usage; fi
jti=${jti:-$(cat /proc/sys/kernel/random/uuid)}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Asks the agent; the reply is then in $folder/reply. curl's own exit status tells what happened to the connection.
ask() { curl --silent --show-error --max-time 20 --unix-socket "$socket" --output "$folder/reply" "$@"; }

# A member of a JSON file as text, or nothing.
text() { jose fmt -j "$1" -O -g "$2" -u - 2>/dev/null || true; }
number() { jose fmt -j "$1" -O -g "$2" -o - 2>/dev/null || true; }

# The key that new passwords are sealed to.
current_key() {
    local index=0
    ask http://agent/v1/keys || { echo "$0: no keys: nothing was sent" >&2; exit 2; }
    while jose fmt -j "$folder/reply" -O -g keys -A -g "$index" -o "$folder/sealing.jwk" 2>/dev/null; do
        if [ "$(text "$folder/sealing.jwk" status)" = current ]; then return; fi
        index=$((index + 1))
    done
    echo "$0: the agent has no key: $(text "$folder/reply" detail)" >&2
    exit 2
}

# {"protected": {…}} of these names and texts.
header() {
    local template=(-j '{}' -j '{}')
    while [ $# -gt 0 ]; do template+=(-q "$2" -s "$1" -U); shift 2; done
    jose fmt "${template[@]}" -s protected -U -o -
}

# Sealed once: a retry must have the very same text.
seal() {
    local template
    template=$(header alg ECDH-ES enc A256GCM kid "$(text "$folder/sealing.jwk" kid)" \
        iss "$issuer" aud "$audience" jti "$jti")
    head -n 1 | tr -d '\n' | jose jwe enc -i "$template" -k "$folder/sealing.jwk" -I - -c -o -
}

# The claims that stay the same from one sending to the next.
request() {
    jose fmt -j '{}' -q "$issuer" -s iss -U -q "$audience" -s aud -U -q "$jti" -s jti -U -q reset -s op -U \
        -j '{}' -q "$account" -s name -U -s account -U -j '["sms","otp"]' -s amr -U -q example -s client -U \
        -j "$(date +%s)" -s auth_time -U -q "$1" -s new_password -U -o "$folder/request"
}

# Signed anew for each sending: the times belong to the signature.
token() {
    local now template
    now=$(date +%s)
    template=$(header alg "$algorithm" kid "$key_id" typ writeback-request+jwt)
    jose fmt -j "$folder/request" -j "$now" -s iat -U -j "$((now + 120))" -s exp -U -o - |
        jose jws sig -I - -i "{}" -s "$template" -k "$key" -c -o -
}

finish() {
    cat "$folder/reply"
    echo
    case $1 in
        applied) exit 0 ;;
        refused) exit 1 ;;
        not_applied) exit 3 ;;
        *) exit 4 ;;
    esac
}

case $(text "$key" kty) in
    EC) algorithm=ES256 ;;
    RSA) algorithm=PS256 ;;
    *) echo "$0: $key is no JWK of the type EC or RSA" >&2; exit 64 ;;
esac
key_id=$(text "$key" kid)
key_id=${key_id:-$(jose jwk thp -a S256 -i "$key")}
current_key
sealed=$(seal)
request "$sealed"

end=$((SECONDS + patience)) outcome='' open=''
while :; do
    status=0 wait=2
    token >"$folder/token"
    ask --header 'Content-Type: application/jwt' --data-binary "@$folder/token" http://agent/v1/requests || status=$?
    if [ "$status" -eq 0 ]; then
        outcome=$(text "$folder/reply" outcome)
        if [ -n "$open" ] && [[ $outcome = refused || $outcome = not_applied ]] &&
            [ "$(number "$folder/reply" replayed)" != true ]
        then
            # A refusal by the door says nothing of what an earlier sending has done; the record does.
            mv "$folder/reply" "$folder/door"
            outcome=unknown
            if ask --get --data-urlencode "iss=$issuer" "http://agent/v1/requests/$jti"; then
                if [ "$(text "$folder/reply" code)" = request_unknown ]; then
                    # Never recorded, so nothing was written: what the door said is all there is.
                    mv "$folder/door" "$folder/reply"
                    outcome=$(text "$folder/reply" outcome)
                elif [ -n "$(text "$folder/reply" request_id)" ]; then
                    outcome=$(text "$folder/reply" outcome)
                fi
            else
                mv "$folder/door" "$folder/reply"
            fi
        fi
        case $outcome in
            applied | refused) finish "$outcome" ;;
            not_applied) open='' ;;
            *) open=1 ;;
        esac
        if [ "$(text "$folder/reply" code)" = outcome_unknown ] &&
            [ "$(number "$folder/reply" retryable)" != true ]
        then finish unknown; fi
        wait=$(number "$folder/reply" retry_after)
        wait=${wait:-2}
    elif [ "$status" -ne 7 ]; then
        # 7 is "not connected": nothing was sent. After anything else the request may have been carried out.
        outcome=unknown open=1
        echo '{"outcome":"unknown","detail":"no answer"}' >"$folder/reply"
    fi
    if [ $((SECONDS + wait)) -gt "$end" ]; then
        if [ -n "$outcome" ]; then finish "$outcome"; fi
        echo "$0: $socket takes no connections: nothing was sent" >&2
        exit 2
    fi
    sleep "$wait"
done
