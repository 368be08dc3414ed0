/// What a server answered to one step of a SASL bind (RFC 4513 section 5.2).
struct SASLAnswer {
    let result: LDAPResult
    /// What the mechanism is to answer to; empty when there is nothing.
    let challenge: [UInt8]

    /// Whether the server waits for another step.
    var isContinuing: Bool { result.code == .saslBindInProgress }
}
