internal import Glibc
internal import Synchronization

/// Gets the ticket for a server, and with it the first token of an authentication.
///
/// libkrb5 talks to the KDC over sockets of its own, blocks, and takes no deadline: a KDC that hangs keeps it for a minute.
/// So it does that on a thread that is left behind when time is up. No more than ``limit`` of them exist at a time.
struct TicketRequest: Sendable {
    let host: String
    let keytab: Keytab
    let sealing: Bool
    let bindings: [UInt8]

    /// The most requests that may be waiting for KDCs in this process, those left behind among them.
    static let limit = 32
    private static let underway = Mutex(0)

    typealias Ticket = (context: SecurityContext, token: [UInt8])

    /// Asks for it.
    ///
    /// - Throws: ``LDAPError/unreachable(_:)`` when the KDC cannot be reached or does not answer by `limit`, else
    ///   ``LDAPError/authentication(_:)``.
    func ticket(until limit: ContinuousClock.Instant, _ guarded: GuardedSocket) throws(LDAPError) -> Ticket {
        guard access(keytab.path, R_OK) == 0 else {
            throw .authentication(.keytabUnusable(path: keytab.path, reason: String(cString: strerror(errno))))
        }
        try Self.begin()
        let outcome: Result<Ticket, GSSStatus>?
        do throws(LDAPError) {
            outcome = try Errand.run(until: limit, guarded) {
                defer { Self.end() }
                return fetch()
            }
        } catch {
            Self.end()
            throw error
        }
        guard let outcome else {
            throw .unreachable("no Kerberos ticket for ldap/\(host): the KDC did not answer in time")
        }
        return try outcome.mapError(explained).get()
    }

    private func fetch() -> Result<Ticket, GSSStatus> {
        let first = attempt()
        // Another connection was renewing the ticket in the cache just then.
        if case .failure(let status) = first, status.isEmptyCache { return attempt() }
        return first
    }

    private func attempt() -> Result<Ticket, GSSStatus> {
        Result { () throws(GSSStatus) in
            let context = try SecurityContext(host: host, keytab: keytab, sealing: sealing, bindings: bindings)
            return (context, try context.step(nil))
        }
    }

    private static func begin() throws(LDAPError) {
        let isFree = underway.withLock { underway in
            guard underway < limit else { return false }
            underway += 1
            return true
        }
        guard isFree else {
            throw .unreachable("\(limit) requests for Kerberos tickets are waiting for the KDC already")
        }
    }

    private static func end() {
        underway.withLock { $0 -= 1 }
    }
}
