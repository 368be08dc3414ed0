internal import FaultPoints
internal import LDAPClient
internal import Requests
internal import Secrets

/// Giving the agent's own identity a new password.
///
/// It is on disk before the directory hears of it, and counts only when a sign-in has proved it; until every server takes
/// it, the one before it is kept as well. So the agent can sign in after an end at any step.
struct BindRotation {
    let directory: Directory
    let identity: BindIdentity
    let deadline: ContinuousClock.Instant

    /// Gives it one, and answers which servers take it.
    func run() async throws(RotationFailure) -> RotationReport {
        guard identity.configured.password != nil else {
            throw .refused(.bindNotRotatable("it signs in without a password"))
        }
        if case .scram = identity.configured {
            throw .refused(.bindNotRotatable("by SCRAM it can prove no password that the directory stores as a hash"))
        }
        let kept = try await settled()
        let (address, dialect) = try await server()
        let bound = try await signIn(at: address, dialect, by: kept)
        let change = await change(bound)
        await bound.connection.close()
        let (new, isAnswered) = try change.get()
        try await prove(new, bound, isAnswered)
        return try await adopt(new, bound)
    }

    /// What is kept, unless it is open which password is in force where.
    private func settled() async throws(RotationFailure) -> BindPasswords {
        let settling = BindSettling(directory: directory, identity: identity, deadline: deadline)
        _ = try await settling.run()
        let kept = try settling.read()
        guard !kept.isOpen else {
            throw .refused(.bindNotRotatable("not every server is known to take the last new password"))
        }
        return kept
    }

    /// A server that takes writes, and its ways.
    private func server() async throws(RotationFailure) -> (ServerAddress, any Dialect) {
        do throws(Refusal) {
            let session = try await directory.session(deadline: deadline)
            return (session.lease.connection.address, session.dialect)
        } catch {
            throw .refused(error)
        }
    }

    private func signIn(
        at address: ServerAddress, _ dialect: any Dialect, by kept: BindPasswords
    ) async throws(RotationFailure) -> BoundIdentity {
        do throws(LDAPError) {
            let (connection, credentials, isKept) = try await connection(to: address, by: kept)
            guard let password = credentials.password else { throw .invalid("the agent signs in without a password") }
            return BoundIdentity(
                connection: connection, dialect: dialect, credentials: credentials, password: password,
                name: try await connection.name(of: credentials, deadline: deadline),
                kept: isKept ? kept : BindPasswords())
        } catch {
            throw .refused(Refusal(beforeSending: error))
        }
    }

    /// Connects with the password that is in force. When that is the credential's although another is kept, somebody
    /// gave the identity another password by hand, and what is kept is of no use any more.
    private func connection(
        to address: ServerAddress, by kept: BindPasswords
    ) async throws(LDAPError) -> (LDAPConnection, Credentials, isKept: Bool) {
        let (first, second) = identity.credentials(by: kept)
        do throws(LDAPError) {
            return (try await directory.pool.connect(to: address, as: first, deadline: deadline), first, true)
        } catch {
            guard let second, error.isWrongPassword else { throw error }
            return (try await directory.pool.connect(to: address, as: second, deadline: deadline), second, false)
        }
    }
}
