/// The members that a key has in the agent's key file beside those of RFC 7517.
enum KeyMember: String {
    case status
    case made = "iat"
    case end = "exp"
}
