internal import Synchronization

/// The open connections, so that a newcomer can take the place of the one that has been idle longest.
final class ConnectionRegistry: Sendable {
    private let limit: Int
    private let open = Mutex<[ObjectIdentifier: ConnectionGate]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes in `gate`; false when every other connection is busy with a request.
    func admit(_ gate: ConnectionGate) -> Bool {
        let (isAdmitted, evicted) = open.withLock { open -> (Bool, ConnectionGate?) in
            guard open.count >= limit else {
                open[ObjectIdentifier(gate)] = gate
                return (true, nil)
            }
            let idle = open.values.compactMap { gate in gate.idleSince.map { (gate, $0) } }
            guard let oldest = idle.min(by: { $0.1 < $1.1 })?.0 else { return (false, nil) }
            open[ObjectIdentifier(oldest)] = nil
            open[ObjectIdentifier(gate)] = gate
            return (true, oldest)
        }
        evicted?.close()
        return isAdmitted
    }

    func remove(_ gate: ConnectionGate) {
        open.withLock { $0[ObjectIdentifier(gate)] = nil }
    }
}
