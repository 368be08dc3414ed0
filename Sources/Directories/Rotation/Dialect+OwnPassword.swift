internal import LDAPClient
internal import Secrets

extension Dialect {
    /// The password modify operation (RFC 3062): the server checks the old password.
    func changeOwnPassword(
        _ name: DistinguishedName, from old: SharedSecret, to new: SharedSecret, on connection: LDAPConnection,
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await connection.modifyPassword(of: name, from: old.copy(), to: new.copy(), deadline: deadline)
    }
}

extension SharedSecret {
    /// A copy in locked memory, to be lent for as long as an exchange takes.
    func copy() throws(LDAPError) -> Secret {
        do throws(SecretError) {
            return try withSecret { (secret) throws(SecretError) in try secret.duplicate() }
        } catch {
            throw .secureMemory(error)
        }
    }
}
