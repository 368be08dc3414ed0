internal import Synchronization

/// Something that one task waits for until a deadline; what becomes of it is decided once, by whoever comes first.
final class Promise<Value: Sendable>: Expiring {
    typealias Outcome = Result<Value, LDAPError>

    private enum State {
        case idle
        case suspended(CheckedContinuation<Outcome, Never>)
        case resolved(Outcome)
    }

    private let state = Mutex(State.idle)

    /// Decides the wait.
    ///
    /// - Returns: false when it was decided before; what was offered must then go to someone else.
    @discardableResult
    func resolve(_ outcome: Outcome) -> Bool {
        let (isFirst, continuation) = state.withLock { state -> (Bool, CheckedContinuation<Outcome, Never>?) in
            switch state {
            case .resolved: return (false, nil)
            case .idle:
                state = .resolved(outcome)
                return (true, nil)
            case .suspended(let continuation):
                state = .resolved(outcome)
                return (true, continuation)
            }
        }
        continuation?.resume(returning: outcome)
        return isFirst
    }

    func expire() {
        resolve(.failure(.deadlineExceeded(sent: false)))
    }

    /// Waits until something is decided, by the deadline at the latest.
    func outcome(by deadline: ContinuousClock.Instant, _ cutter: Cutter) async -> Outcome {
        cutter.arm(self, until: deadline)
        defer { cutter.disarm(self) { _ in } }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { suspend($0) }
        } onCancel: {
            resolve(.failure(.cancelled(sent: false)))
        }
    }

    private func suspend(_ continuation: CheckedContinuation<Outcome, Never>) {
        let outcome = state.withLock { state -> Outcome? in
            if case .resolved(let outcome) = state { return outcome }
            state = .suspended(continuation)
            return nil
        }
        if let outcome { continuation.resume(returning: outcome) }
    }
}
