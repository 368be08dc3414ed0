extension LDAPConnection {
    /// Binds, also again on a connection that is bound already.
    ///
    /// - Returns: The answer, whatever its code; a locked or expired account shows in its password-policy response.
    /// - Throws: ``LDAPError/invalid(_:)`` for a simple bind without name or password: servers take it as anonymous;
    ///   ``LDAPError/cleartextRefused(_:)``; ``LDAPError/authentication(_:)`` when a mechanism fails on this side of the
    ///   wire, which ends the connection.
    public func bind(
        _ credentials: Credentials, controls: [Control] = [.passwordPolicy], deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPResult {
        try settings.validate(for: credentials)
        do throws(LDAPError) {
            return try await perform(by: deadline) { (handle) throws(LDAPError) in
                try bind(handle, credentials, controls, deadline)
            }
        } catch {
            // Half-way through a mechanism the server waits for more, or takes us for someone.
            if case .authentication = error { close() }
            throw error
        }
    }

    private func bind(
        _ handle: borrowing LDAPHandle, _ credentials: Credentials, _ controls: [Control],
        _ deadline: ContinuousClock.Instant
    ) throws(LDAPError) -> LDAPResult {
        switch credentials {
        case .anonymous: try handle.anonymousBind(controls: controls)
        case .simple(let dn, let password): try handle.simpleBind(dn, password, controls: controls)
        case .external:
            try handle.saslBind("EXTERNAL", [], controls: controls).result
        case .gssapi(let keytab): try bind(handle, keytab, controls, deadline)
        case .scram(let user, let password):
            try SCRAMExchange(password: password, controls: controls).perform(on: handle, as: user)
        }
    }

    private func bind(
        _ handle: borrowing LDAPHandle, _ keytab: Keytab, _ controls: [Control], _ deadline: ContinuousClock.Instant
    ) throws(LDAPError) -> LDAPResult {
        guard !isSealed else { throw .invalid("a connection that is sealed cannot be bound by GSSAPI again") }
        let sealing = !settings.usesTLS
        let ticket = try ticket(keytab, handle, sealing, deadline)
        let exchange = GSSAPIExchange(context: ticket.context, sealing: sealing, controls: controls)
        let result = try exchange.perform(on: handle, ticket.token)
        isSealed = sealing && result.code == .success
        return result
    }

    /// A quarter of the time is left for the bind, or to say which of the two, KDC or directory, did not answer.
    private func ticket(
        _ keytab: Keytab, _ handle: borrowing LDAPHandle, _ sealing: Bool, _ deadline: ContinuousClock.Instant
    ) throws(LDAPError) -> TicketRequest.Ticket {
        let bindings = sealing ? [] : handle.channelBinding()
        let request = TicketRequest(host: address.host, keytab: keytab, sealing: sealing, bindings: bindings)
        let now = ContinuousClock.now
        let outcome = Result { () throws(LDAPError) in
            try request.ticket(until: now + now.duration(to: deadline) * 3 / 4, guarded)
        }
        // The wait has put its own socket under the cutter's watch.
        try guarded.attach(handle.socket())
        return try outcome.get()
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
