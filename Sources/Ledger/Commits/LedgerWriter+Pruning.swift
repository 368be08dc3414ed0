internal import Requests
internal import SystemdLink

/// Forgetting what is old enough, between the records that others wait for.
///
/// It happens once an hour, first an hour after the start, and only while the clock is believed (``ClockTrust``): one
/// that jumps forward must not take the records with it.
extension LedgerWriter {
    static var interval: Duration { .seconds(3600) }

    /// Removes what is too old, a piece at a time; all of it where somebody waits.
    func prune(isAsked: Bool) {
        guard core.settings.retention > .zero, core.failure == nil else { return }
        guard isAsked || pruned != nil || .now >= nextPruning else { return }
        nextPruning = .now + Self.interval
        repeat {
            guard let last = pruneOnce() else { return tellPruned() }
            pruned = last
        } while isAsked
    }

    private func pruneOnce() -> ChainLink? {
        let now = core.settings.now().seconds
        guard store.clock?.holds(wall: now, at: .now) == true else { return nil }
        let limit = now - Int(core.settings.retention.components.seconds)
        do throws(LedgerError) {
            return try store.prune(before: limit, shipped: core.shipping.shipped)
        } catch {
            store.disconnect()
            fail([], error)
            return nil
        }
    }

    private func tellPruned() {
        guard let last = pruned else { return }
        pruned = nil
        commit([
            .event(
                .ledgerPruned, "records up to \(last.sequence) were older than the retention and are removed",
                fields: [
                    "WRITEBACK_PRUNED_SEQUENCE": String(last.sequence), "WRITEBACK_PRUNED_HASH": last.hexadecimal,
                ])
        ])
    }
}
