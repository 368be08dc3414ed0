internal import Secrets

/// The conversation of SASL SCRAM-SHA-256 with a server.
struct SCRAMExchange {
    let password: SharedSecret
    let controls: [Control]

    private static let mechanism = "SCRAM-SHA-256"

    /// Carries it out.
    ///
    /// - Returns: The server's answer, whatever its code; a success only after it has proven that it knows the password.
    func perform(on handle: borrowing LDAPHandle, as user: String) throws(LDAPError) -> LDAPResult {
        let conversation = try SCRAMConversation(user: user, nonce: SCRAMConversation.randomNonce())
        let challenge = try send(conversation.first, handle)
        guard challenge.isContinuing else { return try refusal(challenge) }
        let proof = try conversation.answer(to: challenge.challenge, password)
        let answer = try proof.message.withUnsafeBytes { (bytes) throws(LDAPError) in
            try handle.saslBind(Self.mechanism, bytes, controls: controls)
        }
        guard answer.isContinuing || answer.result.code == .success else { return answer.result }
        try proof.verify(answer.challenge)
        guard answer.isContinuing else { return answer.result }
        // Some servers send their proof in a step of its own.
        return try send("", handle).result
    }

    private func send(_ text: String, _ handle: borrowing LDAPHandle) throws(LDAPError) -> SASLAnswer {
        try handle.saslBind(Self.mechanism, Array(text.utf8), controls: controls)
    }

    private func refusal(_ answer: SASLAnswer) throws(LDAPError) -> LDAPResult {
        guard answer.result.code != .success else {
            throw SCRAMChallenge.unproven("it ended the conversation too early")
        }
        return answer.result
    }
}
