internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

/// Writing a password where only the password modify operation (RFC 3062) is known.
extension PlainDialect {
    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        let answer = try await connection.modifyPassword(
            of: name, for: write.authorised.request.work, deadline: deadline)
        if let answer { return answer }
        throw .invalid("only a password can be written to this directory")
    }

    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning {
        switch (answer.code, write.operation) {
        case (.success, _): .done
        case _ where answer.leavesDoubt: .unsure
        // A change is not sent again: the server may count each of them as a wrong password.
        case (.noSuchAttribute, .reset), (.attributeOrValueExists, .reset): .collision
        default: .refused(Refusal(plain: answer, to: write))
        }
    }

    /// A server may say the same of a wrong password and of an account that is locked or disabled.
    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning { .untold }
}
