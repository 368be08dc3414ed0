extension LDAPConnection {
    /// Runs one blocking operation on the session until `deadline`.
    func perform<Value>(
        by deadline: ContinuousClock.Instant, _ body: (borrowing LDAPHandle) throws(LDAPError) -> Value
    ) async throws(LDAPError) -> Value {
        try await guarding(by: deadline) { () throws(LDAPError) in
            switch handle {
            case .some(let handle): try body(handle)
            case .none: throw .connectionLost(sent: false)
            }
        }
    }

    /// Runs `body`, which blocks on the socket under the cutter's watch, and says why it failed if it was cut.
    func guarding<Value>(
        by deadline: ContinuousClock.Instant, _ body: () throws(LDAPError) -> Value
    ) async throws(LDAPError) -> Value {
        guard guarded.isIntact else { throw .connectionLost(sent: false) }
        guard !Task.isCancelled else { throw .cancelled(sent: false) }
        guard ContinuousClock.now < deadline else { throw .deadlineExceeded(sent: false) }
        guarded.cutter.arm(guarded.cut, until: deadline)
        let outcome = await withTaskCancellationHandler {
            attempt(body)
        } onCancel: { [guarded] in
            guarded.sever(.cancelled)
        }
        let reason = guarded.cutter.disarm(guarded.cut) { $0.reason }
        if reason != nil { abandon() }
        return try outcome.mapError { explained($0, reason, deadline) }.get()
    }

    /// A method of its own, so that the closure above is this actor's and not run on a thread that must not block.
    private func attempt<Value>(_ body: () throws(LDAPError) -> Value) -> Result<Value, LDAPError> {
        Result { () throws(LDAPError) in try body() }
    }

    /// Closes what was cut at once: until the last descriptor is closed the kernel goes on sending what the peer has not
    /// taken, and whoever has this connection may keep it for as long as it takes to find out what became of the request.
    private func abandon() {
        guarded.stopBlocking()
        handle = nil
        guarded.abandon()
    }

    private func explained(
        _ error: LDAPError, _ reason: CutReason?, _ deadline: ContinuousClock.Instant
    ) -> LDAPError {
        if case .connectionLost = error { guarded.sever(.broken) }
        guard error.isTransport else { return error }
        switch reason {
        case .cancelled: return .cancelled(sent: error.mayHaveBeenSent)
        case .deadline: return .deadlineExceeded(sent: error.mayHaveBeenSent)
        case .broken, .closed, nil:
            // A wait of our own can end at the deadline a moment before the cutter wakes.
            return ContinuousClock.now < deadline ? error : .deadlineExceeded(sent: error.mayHaveBeenSent)
        }
    }
}

extension LDAPError {
    /// Whether the socket's failure could be behind it, so that cutting the socket explains it.
    var isTransport: Bool {
        switch self {
        case .connectionLost, .unreachable, .tls: true
        default: false
        }
    }
}
