internal import Secrets

/// The client's last message, and what the server has to answer to it.
struct SCRAMProof: ~Copyable {
    let message: Secret
    let serverSignature: Secret

    /// Checks the server's last message (RFC 5802 section 5.1): only who knows the password can sign the conversation.
    ///
    /// - Throws: ``LDAPError/authentication(_:)`` for a missing or wrong signature.
    borrowing func verify(_ answer: [UInt8]) throws(LDAPError) {
        let text = String(decoding: answer, as: UTF8.self)
        let first = text.prefix { $0 != "," }
        guard first.hasPrefix("v="), let bytes = Base64.decoded(first.dropFirst(2)) else {
            throw SCRAMChallenge.unproven("its last message holds no signature")
        }
        guard matches(bytes) else {
            throw SCRAMChallenge.unproven("its signature is wrong: it does not know the password")
        }
    }

    private borrowing func matches(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard serverSignature.count == SCRAMKeys.length, let given = try? Secret(copying: bytes) else {
                return false
            }
            return serverSignature.matches(given)
        }
    }
}
