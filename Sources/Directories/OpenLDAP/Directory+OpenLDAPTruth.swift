internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

extension Directory {
    /// Reads the entry on the server that was written to.
    func openLDAPTruth(
        about write: UnsettledWrite, _ work: borrowing Work, _ deadline: ContinuousClock.Instant
    ) async -> Truth {
        do throws(LDAPError) {
            let server = try ServerAddress(write.account.server)
            let name = try DistinguishedName(write.account.distinguishedName)
            let connection = try await connect(to: server, deadline: deadline)
            let seen = try await sight(of: write, on: connection, name, deadline)
            await connection.close()
            guard let seen, seen.entry.text(OpenLDAPAttribute.anchor) == write.account.anchor else {
                return .open(write.openCause)
            }
            guard write.operation != .unlock else { return write.unlockTruth(openLDAP: seen.entry, seen.isOpen) }
            guard write.mayShow(inOpenLDAP: seen.entry) else { return .notDone }
            return await passwordTruth(write, seen.entry, work, server, deadline)
        } catch {
            return .open(write.openCause)
        }
    }

    /// The entry, and whether it certainly has no lock: one that may not be read looks like none.
    private func sight(
        of write: UnsettledWrite, on connection: LDAPConnection, _ name: DistinguishedName,
        _ deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> (entry: Entry, isOpen: Bool)? {
        let entry = try await connection.entry(
            name, attributes: OpenLDAPAttribute.proof + [OpenLDAPAttribute.anchor], deadline: deadline)
        guard let entry else { return nil }
        let open = try await connection.search(
            base: name, scope: .base, filter: .not(.present(OpenLDAPAttribute.lockedTime)), attributes: ["1.1"],
            sizeLimit: 1, deadline: deadline)
        return (entry, !open.entries.isEmpty)
    }

    /// The entry was written to since: by this request, if its password is the account's now.
    private func passwordTruth(
        _ write: UnsettledWrite, _ entry: Entry, _ work: borrowing Work, _ server: ServerAddress,
        _ deadline: ContinuousClock.Instant
    ) async -> Truth {
        guard let password = try? work.newPassword() else { return .open(write.openCause) }
        do throws(LDAPError) {
            let connection = try await connect(to: server, as: .simple(entry.dn, password), deadline: deadline)
            await connection.close()
            return .done(write.receipt(openLDAP: entry, wantsChange: work.wantsChange))
        } catch .result(let result) where result.code == .invalidCredentials {
            // A locked account refuses the right password, too.
            guard entry.text(OpenLDAPAttribute.lockedTime) == nil else { return .open(write.openCause) }
            guard write.lastChange != nil else { return .open(write.openCause) }
            return write.hasOldPassword(inOpenLDAP: entry) ? .notDone : .open(.overtaken)
        } catch {
            return .open(write.openCause)
        }
    }
}

extension UnsettledWrite {
    /// A wrong sign-in moves entryCSN, too, so it proves nothing without the other; and to sign in for a proof where none
    /// is needed would count as one more, and in the end lock the user out.
    fileprivate func mayShow(inOpenLDAP entry: Entry) -> Bool {
        guard hasOldPassword(inOpenLDAP: entry) else { return true }
        // Where the time may not be read the mark is all there is.
        return entry.text(OpenLDAPAttribute.changeMark) != changeMark && (lastChange == nil || mayShareSecond)
    }

    /// Whether the write may have come within the second of the change before it, which pwdChangedTime cannot tell from it.
    ///
    /// The mark's time is between the two. A second more is for the server's clocks, which it reads one after the other;
    /// a day is more than this machine's clock is ever wrong.
    private var mayShareSecond: Bool {
        guard let lastChange, begun < lastChange + 86_400 else { return false }
        let time = changeMark.flatMap { Timestamp(generalizedTime: String($0.prefix { $0 != "#" })) }
        guard let time else { return true }
        return time <= lastChange + 1
    }

    /// Whether the password's own time is still that of before the write.
    fileprivate func hasOldPassword(inOpenLDAP entry: Entry) -> Bool {
        entry.text(OpenLDAPAttribute.changedTime).flatMap(Timestamp.init(generalizedTime:)) == lastChange
    }

    /// A lock that is gone was cleared; one that was set since says nothing about the one before.
    fileprivate func unlockTruth(openLDAP entry: Entry, _ isOpen: Bool) -> Truth {
        switch entry.text(OpenLDAPAttribute.lockedTime) {
        case nil where isOpen: .done(receipt(passwordChanged: false, mustChange: nil, .lockState))
        case nil: .open(openCause)
        case lockMark: .notDone
        default: .open(.overtaken)
        }
    }

    fileprivate func receipt(openLDAP entry: Entry, wantsChange: Bool) -> Receipt {
        let mustChange = wantsChange ? entry.text(OpenLDAPAttribute.reset) == "TRUE" : nil
        return receipt(passwordChanged: true, mustChange: mustChange, .bind)
    }

    private func receipt(passwordChanged: Bool, mustChange: Bool?, _ verification: Verification) -> Receipt {
        Receipt(
            time: .now, passwordChanged: passwordChanged, wasLocked: wasLocked, mustChange: mustChange,
            failedAttempts: failedAttempts, lastFailedAttempt: lastFailedAttempt, verification: verification,
            shortfall: mustChange == false ? .mustChangeNotSet : nil)
    }
}
