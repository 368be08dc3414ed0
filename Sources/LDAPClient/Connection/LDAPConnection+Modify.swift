public import Secrets

extension LDAPConnection {
    /// Changes an entry; all changes happen or none does (RFC 4511 section 4.6).
    ///
    /// - Returns: The answer, whatever its code.
    /// - Throws: Errors whose `sent` tells whether the changes may have happened all the same.
    public func modify(
        _ dn: DistinguishedName,
        _ changes: [Modification],
        controls: [Control] = [.passwordPolicy],
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        guard !changes.isEmpty else { throw .invalid("a modify needs a change") }
        for change in changes { try AttributeDescription.check(change.attribute) }
        return try await perform(by: deadline) { (handle) throws(LDAPError) in
            try handle.modify(dn, changes, controls: controls)
        }
    }

    /// Sets the password of an entry by the password modify operation (RFC 3062).
    ///
    /// - Returns: The answer, whatever its code; a policy's refusal names its reason in the password-policy response.
    /// - Throws: Errors whose `sent` tells whether the password may have been set all the same;
    ///   ``LDAPError/invalid(_:)`` for an empty one.
    public func modifyPassword(
        of dn: DistinguishedName,
        to new: borrowing Secret,
        controls: [Control] = [.passwordPolicy],
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await modifyPassword(PasswordModifyRequest.encoded(dn: dn, to: new), controls, deadline)
    }

    /// Changes the password of an entry by the password modify operation, if `old` is the one it has (RFC 3062).
    public func modifyPassword(
        of dn: DistinguishedName,
        from old: borrowing Secret,
        to new: borrowing Secret,
        controls: [Control] = [.passwordPolicy],
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await modifyPassword(PasswordModifyRequest.encoded(dn: dn, from: old, to: new), controls, deadline)
    }

    private func modifyPassword(
        _ request: borrowing Secret, _ controls: [Control], _ deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try await perform(by: deadline) { (handle) throws(LDAPError) in
            try request.withUnsafeBytes { (bytes) throws(LDAPError) in
                try handle.extended(oid: PasswordModifyRequest.oid, value: bytes, controls: controls).result
            }
        }
    }
}
