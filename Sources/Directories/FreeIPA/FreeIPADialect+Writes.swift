internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Requests
internal import Secrets

/// Writing to a FreeIPA user's entry.
///
/// A reset is a modify of userPassword, from which the ipa-pwd-extop plug-in makes the Kerberos keys; a change is the
/// owner's own password modify operation (RFC 3062).
extension FreeIPADialect {
    func objection(to write: borrowing PermittedWrite) -> Refusal? {
        if write.authorised.request.work.namesStorageScheme { return .passwordLooksHashed }
        switch write.operation {
        case .reset: return write.unmetRule
        case .change: return lastAttempt(of: write.facts)
        default: return nil
        }
    }

    /// The next wrong password would lock the account: the agent does not let anybody do that through it.
    private func lastAttempt(of facts: AccountFacts) -> Refusal? {
        guard let threshold = facts.rules?.lockoutThreshold, facts.failedAttempts >= threshold - 1 else { return nil }
        guard let window = facts.rules?.failureWindow, let failed = facts.lastFailedAttempt else {
            return .tooManyAttempts(retryAfter: .seconds(300))
        }
        return .tooManyAttempts(retryAfter: .seconds(max(1, (failed + window).seconds - Timestamp.now.seconds + 1)))
    }

    func send(
        _ write: borrowing PermittedWrite, to name: DistinguishedName, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        switch write.authorised.request.work {
        case .reset(let reset):
            let password = Modification.replace(FreeIPAAttribute.password, try reset.new.modificationValue())
            let lock = write.wantsUnlock && write.facts.lock.isLocked ? Self.clearing : []
            return try await connection.modify(name, [password] + lock, deadline: deadline)
        case .change(let change):
            return try await connection.modifyPassword(
                of: name, from: change.current, to: change.new, deadline: deadline)
        default:
            // This lock and no other: one that came since is somebody else's doing.
            let marked = write.facts.lockMark?.split(separator: "#").last.map(String.init) ?? ""
            let count = Modification.delete(FreeIPAAttribute.failedCount, .text(marked))
            let changes = [count, .add(FreeIPAAttribute.failedCount, .text("0"))] + Self.clearing.dropFirst()
            return try await connection.modify(name, changes, deadline: deadline)
        }
    }

    /// What `ipa user-unlock` writes.
    private static var clearing: [Modification] {
        [
            .replace(FreeIPAAttribute.failedCount, .text("0")),
            .replace(FreeIPAAttribute.lastUnlock, .text(Timestamp.now.generalizedTime)),
        ]
    }

    func clearLock(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await connection.modify(name, Self.clearing, deadline: deadline)
    }

    /// Expires the password as a reset by an administrator does: at the time of the change, which also spares the owner
    /// the minimum age. Where the plug-in has done so there is nothing left to do.
    func askForChange(
        _ name: DistinguishedName, on connection: LDAPConnection, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Bool {
        let entry = try await connection.entry(name, attributes: FreeIPAAttribute.proof, deadline: deadline)
        guard let entry else { return false }
        guard !sight(of: entry).mustChange else { return true }
        let time = entry.generalizedTime(FreeIPAAttribute.changedTime) ?? .now
        let expiry = Modification.replace(FreeIPAAttribute.expirationTime, .text(time.generalizedTime))
        return try await connection.modify(name, [expiry], deadline: deadline).code == .success
    }
}

extension PermittedWrite {
    /// The policy's rule that the new password does not meet, of those that FreeIPA does not hold a reset to.
    fileprivate var unmetRule: Refusal? {
        guard let rules = facts.rules else { return nil }
        let password = authorised.request.work.newCharacters
        if let minimum = rules.minimumLength, password.count < minimum { return .passwordTooShort(minimum: minimum) }
        let have = password.freeIPAClasses
        if let need = rules.minimumClasses, have < need { return .passwordTooFewClasses(have: have, need: need) }
        return nil
    }
}

extension PasswordCharacters {
    /// Three equal characters in a row cost a class.
    var freeIPAClasses: Int { categories - (longestRun > 2 ? 1 : 0) }
}
