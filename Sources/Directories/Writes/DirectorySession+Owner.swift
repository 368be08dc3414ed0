internal import AccountPolicy
internal import Authorisation
internal import LDAPClient
internal import Ledger
internal import Requests
internal import Secrets

/// Where only the owner of an account can change its password, the agent signs in as the owner to do so.
extension DirectorySession {
    /// Makes a change on a connection of its own to the same server, signed in with the current password.
    ///
    /// - Returns: The server's answer to the sign-in if that was refused, else to the change.
    func sendAsOwner(_ intent: borrowing Intent, _ name: DistinguishedName) async throws(LDAPError) -> LDAPResult {
        guard let password = try intent.permitted.authorised.request.work.currentPassword() else {
            throw .invalid("only a change is made by the owner")
        }
        let connection: LDAPConnection
        do throws(LDAPError) {
            connection = try await directory.pool.connect(
                to: lease.connection.address, as: .simple(name, password), deadline: exchangeDeadline)
        } catch .result(let refused) {
            return refused
        }
        do throws(LDAPError) {
            let answer = try await dialect.send(
                intent.permitted, to: name, on: connection, deadline: exchangeDeadline)
            await connection.close()
            return answer
        } catch {
            await connection.close()
            throw error
        }
    }
}
