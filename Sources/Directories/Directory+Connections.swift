internal import LDAPClient
internal import Requests
internal import Secrets

/// Connections beside the pool's, each for one use.
extension Directory {
    /// The directory's servers but for one.
    func otherServers(than address: ServerAddress) -> [ServerAddress] {
        pool.serverStates.map(\.address).filter { $0 != address }
    }

    /// Asks one certain server of the directory, as the agent, on a connection of its own.
    func onConnection<Answer: Sendable>(
        to address: ServerAddress, deadline: ContinuousClock.Instant,
        _ ask: (LDAPConnection) async throws(LDAPError) -> Answer
    ) async throws(LDAPError) -> Answer {
        let connection = try await pool.connect(to: address, deadline: deadline)
        do throws(LDAPError) {
            let answer = try await ask(connection)
            await connection.close()
            return answer
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Tries a password of an account by signing in with it, and answers what that says about the password.
    func signIn(
        _ name: DistinguishedName, _ password: SharedSecret, at address: ServerAddress, _ dialect: any Dialect,
        deadline: ContinuousClock.Instant
    ) async -> SignInMeaning {
        do throws(LDAPError) {
            let connection = try await pool.connect(
                to: address, as: .simple(name, password), deadline: deadline)
            await connection.close()
            return .right
        } catch .result(let answer) {
            return dialect.meaning(ofSignIn: answer)
        } catch {
            return .untold
        }
    }
}
