internal import FaultPoints
internal import LDAPClient
internal import Requests
internal import Secrets

/// The steps from the new password to the one in force.
extension BindRotation {
    private enum Answer {
        case done
        case unsure
        case refused(Refusal)
    }

    /// Makes a new password, keeps it as pending, and hands it to the directory.
    ///
    /// - Returns: What is kept now, and whether the server said that it is done.
    func change(_ bound: BoundIdentity) async -> Result<(BindPasswords, isAnswered: Bool), RotationFailure> {
        var kept = bound.kept
        do throws(RotationFailure) {
            let new = try Self.newPassword()
            kept.pending = new
            try identity.keep(kept)
            RotationStep.kept.reached()
            // From now on a new connection may need either.
            directory.pool.use(bound.credentials, otherwise: bound.credentials.with(new))
            switch await send(new, bound) {
            case .done: return .success((kept, true))
            case .unsure: return .success((kept, false))
            case .refused(let refusal): throw undone(refusal, bound)
            }
        } catch {
            return .failure(error)
        }
    }

    private static func newPassword() throws(RotationFailure) -> SharedSecret {
        do throws(SecretError) {
            return SharedSecret(try .bindPassword())
        } catch {
            throw .refused(.busy(.secureMemory))
        }
    }

    private func send(_ new: SharedSecret, _ bound: BoundIdentity) async -> Answer {
        do throws(LDAPError) {
            let answer = try await bound.dialect.changeOwnPassword(
                bound.name, from: bound.password, to: new, on: bound.connection, deadline: deadline)
            RotationStep.changed.reached()
            if answer.code == .success { return .done }
            return answer.leavesDoubt ? .unsure : .refused(Refusal(ownPassword: answer, of: bound.name, new))
        } catch {
            return error.mayHaveBeenSent ? .unsure : .refused(Refusal(beforeSending: error))
        }
    }

    /// The directory certainly has the password from before.
    private func undone(_ refusal: Refusal, _ bound: BoundIdentity) -> RotationFailure {
        // Where this cannot be written, the pending password stays, is tried once at the next start, and is then refused.
        try? identity.keep(bound.kept)
        directory.use(identity.credentials(by: bound.kept))
        return .refused(refusal)
    }

    /// Signs in with the new password where it was changed.
    func prove(_ kept: BindPasswords, _ bound: BoundIdentity, _ isAnswered: Bool) async throws(RotationFailure) {
        let (new, _) = identity.credentials(by: kept)
        switch await directory.trial(of: new, at: bound.address, deadline: deadline) {
        case .taken: RotationStep.proved.reached()
        case .wrong: throw .unknown(isAnswered ? .notVisible : .noAnswer)
        case .untold(_): throw .unknown(isAnswered ? .notVerified : .noAnswer)
        }
    }

    /// Puts the new password in force, asks the other servers for it, and forgets the one before if all take it.
    func adopt(_ pending: BindPasswords, _ bound: BoundIdentity) async throws(RotationFailure) -> RotationReport {
        var kept = pending
        kept.adopt()
        let (new, _) = identity.credentials(by: kept)
        directory.pool.use(new, otherwise: bound.credentials)
        try? identity.keep(kept)
        RotationStep.inForce.reached()
        var servers = [RotationReport.ServerProof(server: bound.address.description, refusal: nil)]
        servers += await directory.proofs(of: new, at: directory.otherServers(than: bound.address), deadline: deadline)
        let report = RotationReport(
            directory: directory.settings.name, identity: bound.name.text, time: .now, servers: servers)
        if report.isSettled { settle(&kept) }
        return report
    }

    private func settle(_ kept: inout BindPasswords) {
        kept.settle()
        guard (try? identity.keep(kept)) != nil else { return }
        directory.use(identity.credentials(by: kept))
        RotationStep.settled.reached()
    }
}
