/// The servers of a pool, the preferred one first, and how each of them has fared; changed with the pool's lock held only.
struct ServerTable: Sendable {
    typealias Instant = ContinuousClock.Instant

    private struct Row {
        let settings: ConnectionSettings
        var health: ServerHealth

        var address: ServerAddress { settings.address }
    }

    private var rows: [Row] = []

    /// When the list was last asked for, whatever came of it; nil for never.
    var askedAt: Instant?
    /// What was wrong with the list when it was last asked for.
    var fault: String?
    private var answer: ServiceRecordAnswer?

    var isEmpty: Bool { rows.isEmpty }

    /// How the server at `address` is reached, if it is in the list.
    func settings(of address: ServerAddress) -> ConnectionSettings? {
        rows.first { $0.address == address }?.settings
    }

    /// Takes a new list. What is known about a server that stays is kept.
    ///
    /// - Returns: Whether there is a server that was not in the list before.
    @discardableResult
    mutating func replace(with servers: [ConnectionSettings], at now: Instant) -> Bool {
        let old = rows
        rows = servers.map { server in
            let known = old.first { $0.address == server.address }?.health
            return Row(settings: server, health: known ?? ServerHealth(at: now))
        }
        return rows.contains { row in !old.contains { $0.address == row.address } }
    }

    /// Takes what DNS says. The same records in another order change nothing: which of several equals is used first is
    /// drawn once.
    ///
    /// - Returns: Whether there is a server that was not in the list before.
    mutating func take(
        _ new: ServiceRecordAnswer, at now: Instant, _ servers: (Set<ServiceRecord>) -> [ConnectionSettings]
    ) -> Bool {
        askedAt = now
        fault = new.fault
        guard answer?.records != new.records else { return false }
        answer = new
        return replace(with: servers(new.records), at: now)
    }

    /// Notes something about the server at `address`; one that has left the list is no longer of interest.
    mutating func note(_ address: ServerAddress, _ change: (inout ServerHealth) -> Void) {
        guard let index = rows.firstIndex(where: { $0.address == address }) else { return }
        change(&rows[index].health)
    }

    /// The order in which to try the servers now: all of them but those that take no changes.
    ///
    /// - Throws: ``LDAPError/avoided(_:_:)`` when none is left.
    func candidates(at now: Instant) throws(LDAPError) -> [ConnectionSettings] {
        var left = rows.filter { $0.health.avoidance(at: now) == nil }
        if left.isEmpty { left = rows.filter { $0.health.avoidance(at: now, isLastResort: true) == nil } }
        guard left.isEmpty else { return Self.inOrder(left) }
        guard let first = rows.first, let reason = first.health.avoidance(at: now) else {
            throw .unreachable(fault ?? "no server is known")
        }
        throw .avoided(first.address, reason)
    }

    /// Sorting is stable where the ranks are equal, so the configured order decides there.
    private static func inOrder(_ rows: [Row]) -> [ConnectionSettings] {
        (0...2).flatMap { rank in rows.filter { $0.health.rank == rank }.map(\.settings) }
    }

    /// Whether a connection to `address` is still worth keeping: it is not when the server left the list or is left alone,
    /// when a preferred one is up, or when this one is down and another may do.
    func isWorthKeeping(_ address: ServerAddress, at now: Instant) -> Bool {
        guard let index = rows.firstIndex(where: { $0.address == address }) else { return false }
        let others = rows.enumerated().filter { $0.offset != index && $0.element.health.avoidance(at: now) == nil }
        guard rows[index].health.avoidance(at: now) == nil else { return false }
        if others.contains(where: { $0.offset < index && $0.element.health.isUp }) { return false }
        return rows[index].health.rank == 0 || !others.contains { $0.element.health.rank == 0 }
    }

    /// The servers to check now, the one that has waited longest first.
    func dueForCheck(at now: Instant) -> [ConnectionSettings] {
        rows.compactMap { row in row.health.checkDue(at: now).map { (due: $0, server: row.settings) } }
            .sorted { $0.due < $1.due }.map(\.server)
    }

    /// Everything, for people.
    func states(at now: Instant) -> [ServerState] {
        rows.map { $0.health.state(of: $0.address, at: now) }
    }

    /// Where `address` stands in the list; behind it when it is not in there.
    func position(of address: ServerAddress) -> Int {
        rows.firstIndex { $0.address == address } ?? rows.count
    }
}
