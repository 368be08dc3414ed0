internal import COpenSSL
internal import Secrets

/// The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding: the messages, and no I/O.
struct SCRAMConversation {
    private let user: String
    private let nonce: String

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - user: The name as the server knows it, of printable ASCII characters: others would have to be prepared
    ///     (RFC 4013), differently in different servers.
    ///   - nonce: Something that was never used before; printable, without a comma.
    init(user: String, nonce: String) throws(LDAPError) {
        guard !user.isEmpty, user.utf8.allSatisfy(Self.isPlain) else {
            throw .invalid("a user name for SCRAM consists of printable ASCII characters")
        }
        self.user = user
        self.nonce = nonce
    }

    /// A nonce that nobody can guess.
    static func randomNonce() throws(LDAPError) -> String {
        var bytes = [UInt8](repeating: 0, count: 24)
        guard RAND_bytes(&bytes, Int32(bytes.count)) == 1 else { throw .local("OpenSSL has no random bytes") }
        return Base64.encoded(bytes)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

    /// The first message.
    var first: String { Self.header + firstBare }

    /// No channel binding, and nobody else to act as.
    private static let header = "n,,"

    private var firstBare: String {
        "n=\(user.replacing("=", with: "=3D").replacing(",", with: "=2C")),r=\(nonce)"
    }

    /// Answers the server's first message.
    ///
    /// - Throws: ``LDAPError/authentication(_:)`` for a message that must not be answered, ``LDAPError/invalid(_:)`` for
    ///   a password that is empty or not of printable ASCII characters.
    func answer(to message: [UInt8], _ password: SharedSecret) throws(LDAPError) -> SCRAMProof {
        let isPlain = password.withUnsafeBytes { !$0.isEmpty && $0.allSatisfy(Self.isPlain) }
        guard isPlain else { throw .invalid("a password for SCRAM consists of printable ASCII characters") }
        let challenge = try SCRAMChallenge(message, after: nonce)
        let unproven = "c=\(Base64.encoded(Array(Self.header.utf8))),r=\(challenge.nonce)"
        let everything = "\(firstBare),\(challenge.text),\(unproven)"
        do throws(SecretError) {
            let keys = try SCRAMKeys(password, salt: challenge.salt, iterations: challenge.iterations)
            return SCRAMProof(
                message: try Self.message(unproven, try keys.proof(everything)),
                serverSignature: try keys.serverSignature(everything))
        } catch {
            throw .secureMemory(error)
        }
    }

    /// The proof stays in locked memory: together with what the server stores it would reveal the client's key.
    private static func message(_ unproven: String, _ proof: borrowing Secret) throws(SecretError) -> Secret {
        let head = Array("\(unproven),p=".utf8)
        // OpenSSL ends what it encodes with a NUL.
        return try Secret(capacity: head.count + Base64.encodedCount(proof.count) + 1) { target in
            target.copyBytes(from: head)
            return proof.withUnsafeBytes { proof in
                let end = target.assumingMemoryBound(to: UInt8.self).baseAddress?.advanced(by: head.count)
                let start = proof.assumingMemoryBound(to: UInt8.self).baseAddress
                return head.count + Int(EVP_EncodeBlock(end, start, Int32(proof.count)))
            }
        }
    }
}
