extension LDAPConnection {
    /// Connects, secures the connection as the settings demand, and binds.
    ///
    /// All of it takes no longer than ``ConnectionSettings/connectTimeout``. Nothing that the caller wants done has been
    /// sent when this throws, so `sent` is always false.
    ///
    /// - Throws: ``LDAPError/unreachable(_:)``, ``LDAPError/tls(_:)``, ``LDAPError/cleartextRefused(_:)``,
    ///   ``LDAPError/authentication(_:)``, ``LDAPError/result(_:)`` when the server refuses the bind, ``LDAPError/deadlineExceeded(sent:)``, …
    public static func open(
        _ settings: ConnectionSettings, credentials: Credentials, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> LDAPConnection {
        try settings.validate(for: credentials)
        let connection = try LDAPConnection(settings)
        do throws(LDAPError) {
            try await connection.establish(credentials, by: deadline)
            return connection
        } catch {
            await connection.close()
            throw error.withNothingSent
        }
    }

    private func establish(
        _ credentials: Credentials, by deadline: ContinuousClock.Instant
    ) async throws(LDAPError) {
        let timeout = ContinuousClock.now + settings.connectTimeout
        let limit = min(deadline, timeout)
        do throws(LDAPError) {
            try await guarding(by: limit) { () throws(LDAPError) in try connect(until: limit) }
            // A server that hangs often still takes connections, so the bind must not outlast the timeout either.
            let result = try await bind(credentials, deadline: limit)
            guard result.code == .success else { throw .result(result) }
        } catch .deadlineExceeded where timeout < deadline {
            throw .unreachable("\(settings.address): no answer within \(settings.connectTimeout)")
        }
    }

    private func connect(until limit: ContinuousClock.Instant) throws(LDAPError) {
        let connector = SocketConnector(address: settings.address, limit: limit, guarded: guarded)
        let socket = try connector.connect()
        let handle = try LDAPHandle.make(socket: socket, settings: settings)
        guard settings.usesTLS else {
            self.handle = consume handle
            return
        }
        if settings.startTLS { try handle.requestStartTLS() }
        if handle.handshake() {
            self.handle = consume handle
        } else {
            _ = consume handle
            throw .tls(TLSDiagnosis(settings: settings, connector: connector).reason())
        }
    }
}

extension LDAPError {
    var withNothingSent: LDAPError {
        switch self {
        case .deadlineExceeded: .deadlineExceeded(sent: false)
        case .connectionLost: .connectionLost(sent: false)
        case .cancelled: .cancelled(sent: false)
        default: self
        }
    }
}
