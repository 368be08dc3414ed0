/// The server's first message: how to hash the password, and its half of the nonce (RFC 5802 section 5.1).
struct SCRAMChallenge {
    let text: String
    let nonce: Substring
    let salt: [UInt8]
    let iterations: Int32

    /// Fewer rounds would let whoever listens try out passwords quickly (RFC 7677 section 4); more would let a server
    /// keep this machine busy.
    static let iterationLimits: ClosedRange<Int32> = 4096...1_000_000

    /// Takes it apart; anything but `r=…,s=…,i=…` and optional extensions after that is refused.
    init(_ bytes: [UInt8], after clientNonce: String) throws(LDAPError) {
        guard let text = String(validating: bytes, as: UTF8.self), bytes.count <= 4096 else {
            throw Self.unproven("its first message is not text")
        }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].hasPrefix("r="), parts[1].hasPrefix("s="), parts[2].hasPrefix("i=") else {
            throw Self.unproven("its first message does not say r=, s= and i=")
        }
        self.text = text
        nonce = parts[0].dropFirst(2)
        guard nonce.hasPrefix(clientNonce), nonce.utf8.count > clientNonce.utf8.count else {
            throw Self.unproven("its nonce does not continue ours")
        }
        guard let salt = Base64.decoded(parts[1].dropFirst(2)) else { throw Self.unproven("its salt is not base 64") }
        self.salt = salt
        iterations = try Self.iterations(parts[2].dropFirst(2))
    }

    private static func iterations(_ text: Substring) throws(LDAPError) -> Int32 {
        guard let iterations = Int32(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw unproven("its number of iterations is no number")
        }
        guard iterationLimits.contains(iterations) else {
            throw unproven(
                "it wants the password hashed \(iterations) times; "
                    + "between \(iterationLimits.lowerBound) and \(iterationLimits.upperBound) are allowed")
        }
        return iterations
    }

    static func unproven(_ reason: String) -> LDAPError {
        .authentication(.serverNotProven("SCRAM-SHA-256: \(reason)"))
    }
}
