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
            let connection = try await connect(to: server, as: credentials, deadline: deadline)
            let entry = try await connection.entry(
                name, attributes: OpenLDAPAttribute.proof + [OpenLDAPAttribute.anchor], deadline: deadline)
            await connection.close()
            guard let entry, entry.text(OpenLDAPAttribute.anchor) == write.account.anchor else {
                return .open(.agentStopped)
            }
            guard write.operation != .unlock else { return write.unlockTruth(openLDAP: entry) }
            guard write.mayShow(inOpenLDAP: entry) else { return .notDone }
            return await passwordTruth(write, entry, work, server, deadline)
        } catch {
            return .open(.agentStopped)
        }
    }

    /// The entry was written to since: by this request, if its password is the account's now.
    private func passwordTruth(
        _ write: UnsettledWrite, _ entry: Entry, _ work: borrowing Work, _ server: ServerAddress,
        _ deadline: ContinuousClock.Instant
    ) async -> Truth {
        guard let password = try? work.newPassword() else { return .open(.agentStopped) }
        do throws(LDAPError) {
            let connection = try await connect(to: server, as: .simple(entry.dn, password), deadline: deadline)
            await connection.close()
            return .done(write.receipt(openLDAP: entry, wantsChange: work.wantsChange))
        } catch .result(let result) where result.code == .invalidCredentials {
            // A locked account refuses the right password, too.
            guard entry.text(OpenLDAPAttribute.lockedTime) == nil else { return .open(.agentStopped) }
            return write.hasOldPassword(inOpenLDAP: entry) ? .notDone : .open(.overtaken)
        } catch {
            return .open(.agentStopped)
        }
    }
}

extension UnsettledWrite {
    /// A wrong sign-in moves entryCSN, too, so it proves nothing without the other; and to sign in for a proof where none
    /// is needed would count as one more, and in the end lock the user out.
    fileprivate func mayShow(inOpenLDAP entry: Entry) -> Bool {
        guard hasOldPassword(inOpenLDAP: entry) else { return true }
        return entry.text(OpenLDAPAttribute.changeMark) != changeMark && mayShareSecond
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
    fileprivate func unlockTruth(openLDAP entry: Entry) -> Truth {
        switch entry.text(OpenLDAPAttribute.lockedTime) {
        case nil: .done(receipt(passwordChanged: false, mustChange: nil, .lockState))
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
