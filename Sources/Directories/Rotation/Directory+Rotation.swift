public import Requests

/// The agent's own password.
extension Directory {
    /// Gives the agent's own identity a new password, and answers which servers take it.
    ///
    /// - Throws: ``RotationFailure/refused(_:)`` when the identity certainly has the password from before,
    ///   ``RotationFailure/unknown(_:)`` when nobody can tell yet; the agent can sign in in either case.
    public func rotateBindPassword(deadline: ContinuousClock.Instant) async throws(RotationFailure) -> RotationReport {
        guard let identity else { throw .refused(.bindNotRotatable("it has no place for a password")) }
        return try await BindRotation(directory: self, identity: identity, deadline: deadline).run()
    }

    /// Whether it is open which of two passwords of the agent's own is in force where.
    public var hasOpenRotation: Bool {
        guard let identity, identity.configured.password != nil else { return false }
        return (try? identity.file.read().isOpen) ?? false
    }

    /// Looks once which it is.
    ///
    /// - Throws: ``RotationFailure/refused(_:)`` when the passwords cannot be read or kept.
    public func settleRotation(deadline: ContinuousClock.Instant) async throws(RotationFailure) -> RotationFinding {
        guard let identity else { return .nothing }
        return try await BindSettling(directory: self, identity: identity, deadline: deadline).run()
    }

    /// Which writing of the agent's own passwords is on disk; nil where there is none.
    public var bindPasswordVersion: BindPasswordVersion? { identity?.file.version }

    /// Takes the passwords on disk for the connections to come: where the configuration was read again in the middle of a
    /// rotation, it is the directory of the configuration before that knows of the change.
    public func rereadBindPasswords() {
        guard let identity, let credentials = try? identity.credentials() else { return }
        use(credentials)
    }
}
