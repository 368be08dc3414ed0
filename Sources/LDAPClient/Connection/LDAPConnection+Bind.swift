extension LDAPConnection {
    /// Binds, also again on a connection that is bound already.
    ///
    /// - Returns: The answer, whatever its code; a locked or expired account shows in its password-policy response.
    /// - Throws: ``LDAPError/invalid(_:)`` for a simple bind without name or password: servers take it as anonymous.
    public func bind(
        _ credentials: Credentials, controls: [Control] = [.passwordPolicy], deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await perform(by: deadline) { (handle) throws(LDAPError) in
            try handle.bind(credentials, controls: controls)
        }
    }

    /// Asks the server who this connection acts as (RFC 4532).
    ///
    /// - Returns: The authorisation identity, such as `dn:cn=writeback,ou=services,dc=example,dc=test`; empty when
    ///   anonymous.
    /// - Throws: ``LDAPError/result(_:)`` when the server does not know the operation or refuses it.
    public func whoAmI(deadline: ContinuousClock.Instant) async throws(LDAPError) -> String {
        let answer = try await perform(by: deadline) { (handle) throws(LDAPError) in
            try handle.extended(oid: "1.3.6.1.4.1.4203.1.11.3", value: nil, controls: [])
        }
        guard answer.result.code == .success else { throw .result(answer.result) }
        return String(decoding: answer.value ?? [], as: UTF8.self)
    }
}
