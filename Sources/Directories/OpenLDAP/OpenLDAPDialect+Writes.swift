internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

/// Writing to a slapd entry: the password modify operation (RFC 3062), or the removal of the lock.
extension OpenLDAPDialect {
    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        let answer = try await connection.modifyPassword(
            of: name, for: write.authorised.request.work, deadline: deadline)
        if let answer { return answer }
        let lock = Modification.delete(OpenLDAPAttribute.lockedTime, .text(write.facts.lockMark ?? ""))
        return try await connection.modify(name, [lock], deadline: deadline)
    }

    func meaning(of answer: LDAPResult, to write: borrowing PermittedWrite) -> WriteMeaning {
        switch (write.operation, answer.code) {
        case (_, .success): .done
        case (.unlock, .noSuchAttribute): .lockMoved
        case _ where answer.leavesDoubt: .unsure
        case (.reset, .noSuchAttribute), (.reset, .attributeOrValueExists), (.change, .noSuchAttribute),
            (.change, .attributeOrValueExists):
            // slapd answers so to concurrent changes of one entry; with a policy error it is something else.
            answer.passwordPolicy?.error == nil ? .collision : .refused(Refusal(openLDAP: answer, to: write))
        default: .refused(Refusal(openLDAP: answer, to: write))
        }
    }

    func askForChange(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        let change = Modification.replace(OpenLDAPAttribute.reset, .text("TRUE"))
        return try await connection.modify(name, [change], deadline: deadline).code == .success
    }

    func meaning(ofSignIn answer: LDAPResult) -> SignInMeaning {
        answer.code == .invalidCredentials ? .wrong : .untold
    }
}
