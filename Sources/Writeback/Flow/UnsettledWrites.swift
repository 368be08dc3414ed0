internal import Directories
internal import Ledger
internal import Requests

/// Writes whose end nobody saw, because the agent or the connection ended first: looked up without being asked.
///
/// Only what needs no password can be settled so: a write that was not done, and a lock that is gone.
public struct UnsettledWrites: Sendable {
    private let flow: WritebackFlow

    /// Those of the ledger of `flow`.
    public init(_ flow: WritebackFlow) {
        self.flow = flow
    }

    /// Looks once for each of them; those that stay open are looked for again the next time.
    public func settle() async {
        for write in await flow.ledger.unsettled() {
            guard !Task.isCancelled else { return }
            await settle(write)
        }
    }

    private func settle(_ write: UnsettledWrite) async {
        guard let directory = try? flow.directories.directory(named: write.account.directory) else { return }
        switch await directory.truth(about: write, work: .status, deadline: .now + .seconds(15)) {
        case .done(let receipt): await flow.ledger.settle(write, as: .applied(receipt))
        case .notDone: await flow.ledger.settle(write, as: .refused(.writeLost))
        case .open: return
        }
    }
}
