internal import Directories
internal import Ledger
internal import Requests
internal import Synchronization

/// Writes whose end nobody saw, because the agent or the connection ended first: looked up without being asked.
///
/// Only what needs no password can be settled so: a write that was not done, and a lock that is gone. The others wait for
/// their request to come again, and are looked for ever more rarely.
public final class UnsettledWrites: Sendable {
    /// Between the first two looks for one write; each further one takes twice as long.
    private static let shortest: Duration = .seconds(5)
    /// Between two looks at most.
    private static let longest: Duration = .seconds(300)

    private let looks = Mutex<[RequestIdentity: (next: ContinuousClock.Instant, pause: Duration)]>([:])

    /// None looked for yet.
    public init() {}

    /// Looks once for each whose turn it is; the directories do not wait for each other.
    public func settle(in flow: WritebackFlow) async {
        let open = await flow.ledger.unsettled()
        looks.withLock { looks in looks = looks.filter { look in open.contains { $0.identity == look.key } } }
        let due = Dictionary(grouping: open.filter { isDue($0.identity) }, by: \.account.directory)
        await withDiscardingTaskGroup { group in
            for writes in due.values {
                group.addTask {
                    for write in writes where !Task.isCancelled { await self.settle(write, in: flow) }
                }
            }
        }
    }

    private func isDue(_ identity: RequestIdentity) -> Bool {
        looks.withLock { $0[identity].map { $0.next <= .now } ?? true }
    }

    private func settle(_ write: UnsettledWrite, in flow: WritebackFlow) async {
        guard let directory = try? flow.directories.directory(named: write.account.directory) else {
            return postpone(write.identity)
        }
        switch await directory.truth(about: write, work: .status, deadline: .now + .seconds(15)) {
        case .done(let receipt): await flow.ledger.settle(write, as: .applied(receipt))
        case .notDone: await flow.ledger.settle(write, as: .refused(.writeLost))
        case .open: postpone(write.identity)
        }
    }

    private func postpone(_ identity: RequestIdentity) {
        looks.withLock { looks in
            let pause = looks[identity].map { min($0.pause * 2, Self.longest) } ?? Self.shortest
            looks[identity] = (.now + pause, pause)
        }
    }
}
