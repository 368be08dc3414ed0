internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

/// Looking, on the server that was written to, whether the write is there.
extension DirectorySession {
    func provePassword(
        _ intent: borrowing Intent, _ name: DistinguishedName, mustChange: Bool?
    ) async -> Settlement {
        let facts = intent.permitted.facts
        guard
            let entry = try? await lease.connection.entry(
                name, attributes: OpenLDAPAttribute.proof, deadline: exchangeDeadline),
            facts.isOlder(thanOpenLDAP: entry)
        else { return .unknown(.notVisible) }
        if directory.settings.verifiesByBind, await !signsIn(with: intent, as: name) { return .unknown(.notVisible) }
        let verification: Verification = directory.settings.verifiesByBind ? .bind : .changeTime
        return .applied(receipt(of: facts, passwordChanged: true, mustChange: mustChange, verification))
    }

    func proveUnlock(_ intent: borrowing Intent, _ name: DistinguishedName) async -> Settlement {
        let facts = intent.permitted.facts
        guard
            let entry = try? await lease.connection.entry(
                name, attributes: OpenLDAPAttribute.proof, deadline: exchangeDeadline),
            entry.text(OpenLDAPAttribute.lockedTime) == nil
        else { return .unknown(.notVisible) }
        return .applied(receipt(of: facts, passwordChanged: false, mustChange: nil, .lockState))
    }

    /// Whether the account signs in with the password of `intent`, on a connection of its own to the same server.
    func signsIn(with intent: borrowing Intent, as name: DistinguishedName) async -> Bool {
        do {
            let credentials = Credentials.simple(name, try Self.newPassword(of: intent))
            let connection = try await directory.connect(
                to: lease.connection.address, as: credentials, deadline: exchangeDeadline)
            await connection.close()
            return true
        } catch {
            return false
        }
    }

    private static func newPassword(of intent: borrowing Intent) throws(SecretError) -> SharedSecret {
        switch intent.permitted.authorised.request.work {
        case .reset(let reset): SharedSecret(try reset.new.duplicate())
        case .change(let change): SharedSecret(try change.new.duplicate())
        default: SharedSecret(try Secret(utf8: ""))
        }
    }

    func receipt(
        of facts: AccountFacts, passwordChanged: Bool, mustChange: Bool?, _ verification: Verification
    ) -> Receipt {
        Receipt(
            time: .now, passwordChanged: passwordChanged, wasLocked: facts.lock.isLocked, mustChange: mustChange,
            failedAttempts: facts.failedAttempts, lastFailedAttempt: facts.lastFailedAttempt,
            verification: verification, shortfall: mustChange == false ? .mustChangeNotSet : nil)
    }
}

extension AccountFacts {
    /// Whether `entry`, read later, has been written to since.
    ///
    /// pwdChangedTime counts seconds only, so that two writes in one second look like one; entryCSN counts on.
    func isOlder(thanOpenLDAP entry: Entry) -> Bool {
        let changed = entry.text(OpenLDAPAttribute.changedTime).flatMap(Timestamp.init(generalizedTime:))
        if let changed, lastChange.map({ $0 < changed }) ?? true { return true }
        let mark = entry.text(OpenLDAPAttribute.changeMark)
        return mark != nil && mark != changeMark
    }
}
