extension LDAPConnection {
    /// Runs several operations with a single change to the connection's thread and back.
    ///
    /// Worth it where every microsecond counts: inside `body`, calls on the connection it is given do not change threads.
    /// Whatever else `body` does keeps other users of this connection waiting.
    ///
    ///     let found = try await connection.together { (connection) throws(LDAPError) in
    ///         let entry = try await connection.entry(dn, deadline: deadline)
    ///         return (entry, try await connection.whoAmI(deadline: deadline))
    ///     }
    public func together<Value: Sendable>(
        _ body: @Sendable (isolated LDAPConnection) async throws(LDAPError) -> Value
    ) async throws(LDAPError) -> Value {
        try await body(self)
    }
}
