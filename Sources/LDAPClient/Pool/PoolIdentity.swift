internal import Synchronization

/// Who the connections of a pool act as, by one password or by either of two while it is not certain which of them the
/// servers take: one that was just changed may have reached some servers and not others.
final class PoolIdentity: Sendable {
    private struct State {
        var first: Credentials
        var second: Credentials?
        /// The servers that took the second last.
        var exceptions: Set<ServerAddress> = []

        /// Which to try at a server, and which after that.
        func order(at address: ServerAddress) -> (likelier: Credentials, other: Credentials?, isSwapped: Bool) {
            guard let second, exceptions.contains(address) else { return (first, second, false) }
            return (second, first, true)
        }

        mutating func note(_ address: ServerAddress, tookSecond: Bool) {
            if tookSecond { exceptions.insert(address) } else { exceptions.remove(address) }
        }
    }

    private let state: Mutex<State>

    init(_ first: Credentials, otherwise second: Credentials?) {
        state = Mutex(State(first: first, second: second))
    }

    /// Takes others for the connections to come; those that are open stay as they are.
    func replace(_ first: Credentials, otherwise second: Credentials?) {
        state.withLock { $0 = State(first: first, second: second) }
    }

    /// Opens a connection; where the likelier password is wrong, with the other one.
    ///
    /// A server counts one wrong password at most while the other one is right, and remembering which it was leaves it
    /// at that.
    func open(
        _ server: ConnectionSettings, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        let (likelier, other, isSwapped) = state.withLock { $0.order(at: server.address) }
        do throws(LDAPError) {
            return try await LDAPConnection.open(server, credentials: likelier, deadline: deadline)
        } catch {
            guard let other, error.isWrongPassword else { throw error }
            let connection = try await LDAPConnection.open(server, credentials: other, deadline: deadline)
            state.withLock { $0.note(server.address, tookSecond: !isSwapped) }
            return connection
        }
    }
}

extension LDAPError {
    /// Whether another password may be the right one: not where the server says that the account is locked.
    public var isWrongPassword: Bool {
        guard case .result(let result) = self else { return false }
        return result.code == .invalidCredentials && result.passwordPolicy?.error == nil
    }
}

extension ConnectionPool {
    /// Takes other credentials for the connections to come, or either of two; those that are open stay as they are.
    ///
    /// - Parameters:
    ///   - credentials: What to try first.
    ///   - other: What to try where a server says that the password is wrong.
    public func use(_ credentials: Credentials, otherwise other: Credentials?) {
        identity.replace(credentials, otherwise: other)
    }
}
