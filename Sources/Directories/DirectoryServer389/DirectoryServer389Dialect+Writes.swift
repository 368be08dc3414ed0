internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

/// Writing to a 389 Directory Server entry.
///
/// A new password goes out as a modify, whose refusals say why, and which can clear the lock in the same stroke. Only to
/// ask for another one at the next sign-in it takes the password modify operation (RFC 3062): the server takes that for
/// a reset by an administrator, where passwordMustChange is on, and a modify of the agent's for the owner's own.
extension DirectoryServer389Dialect {
    func objection(to write: borrowing PermittedWrite) -> Refusal? {
        // The server would take the stored hash for the password itself.
        if write.authorised.request.work.namesStoredPassword { return .wrongCurrentPassword }
        // Where nsslapd-allow-hashed-passwords is on, the server would take it for the hash of another password.
        return write.authorised.request.work.namesStorageScheme ? .passwordLooksHashed : nil
    }

    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        switch write.authorised.request.work {
        case .reset(let reset) where reset.mustChange:
            let answer = try await connection.modifyPassword(of: name, to: reset.new, deadline: deadline)
            return await explained(answer, try reset.new.modificationValue(), name, connection, deadline)
        case .reset(let reset):
            let lock = write.wantsUnlock && write.facts.lock.isLocked ? Self.clearing : []
            let password = Modification.replace(
                DirectoryServer389Attribute.password, try reset.new.modificationValue())
            return try await connection.modify(name, [password] + lock, deadline: deadline)
        case .change(let change):
            return try await connection.modify(name, try Self.changing(change), deadline: deadline)
        default:
            // This lock and no other: one that came since is somebody else's doing.
            let lock = Modification.delete(
                DirectoryServer389Attribute.unlockTime, .text(write.facts.lockMark ?? ""))
            return try await connection.modify(name, [lock] + Self.clearing.dropFirst(), deadline: deadline)
        }
    }

    /// Removes the lock and the count that led to it, whether they are there or not.
    private static var clearing: [Modification] { DirectoryServer389Attribute.lock.map { .replace($0) } }

    /// The removal of a value that is not there fails: that is how the server checks the old password. It counts no
    /// failure, sets no pwdReset and serves an expired password, none of which is true of the RFC 3062 exchange.
    private static func changing(_ change: borrowing Change) throws(LDAPError) -> [Modification] {
        [
            .delete(DirectoryServer389Attribute.password, try change.current.modificationValue()),
            .add(DirectoryServer389Attribute.password, try change.new.modificationValue()),
        ]
    }

    /// The reason for a refusal of the RFC 3062 exchange, which only says that it failed: a modify of the same password
    /// is asked for it, made so that it cannot succeed, because no count is below zero.
    private func explained(
        _ answer: LDAPResult, _ password: ModificationValue, _ name: DistinguishedName, _ connection: LDAPConnection,
        _ deadline: ContinuousClock.Instant
    ) async -> LDAPResult {
        guard [.constraintViolation, .insufficientAccessRights].contains(answer.code) else { return answer }
        let changes = [
            Modification.replace(DirectoryServer389Attribute.password, password),
            .delete(DirectoryServer389Attribute.retryCount, .text("-1")),
        ]
        guard let told = try? await connection.modify(name, changes, deadline: deadline),
            [.constraintViolation, .insufficientAccessRights, .unwillingToPerform].contains(told.code)
        else { return answer }
        return told
    }

    func clearLock(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await connection.modify(name, Self.clearing, deadline: deadline)
    }
}
