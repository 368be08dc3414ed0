internal import Requests
internal import SystemdLink
internal import Threads

/// The threads of a ledger, which end when nobody has it any more.
final class LedgerThreads: Sendable {
    private let core: LedgerCore

    /// Opens the ledger's file, as well as that goes, and starts to take records and to tell them to the journal.
    init(core: LedgerCore, sender: JournalSender) {
        self.core = core
        let store = LedgerStore(path: core.settings.path, run: core.run)
        do throws(LedgerError) {
            try store.connect(now: core.settings.now().seconds)
            core.readers = try LedgerReaders(path: store.path)
            core.shipping.begin(head: store.head.sequence, shipped: store.shipped)
        } catch {
            store.disconnect()
            core.fail(error)
        }
        start(store, sender)
    }

    private func start(_ store: LedgerStore, _ sender: JournalSender) {
        let shipper = Self.shipper(core, sender)
        // From its start on, the store is the writing thread's alone.
        let isConnected = store.isConnected
        do throws(LedgerError) {
            let shipped = Latch()
            try DetachedThread.start(for: core.settings.path) {
                shipper.run()
                shipped.open()
            }
            try DetachedThread.start(for: core.settings.path) { [core] in Self.write(core, store, shipped) }
            if isConnected { try DetachedThread.start(for: core.settings.path) { [core] in Self.verify(core) } }
        } catch {
            core.set(error)
            core.submissions.close()
            core.end()
        }
    }

    private static func shipper(_ core: LedgerCore, _ sender: JournalSender) -> Shipper {
        Shipper(
            queue: core.shipping, sender: sender,
            read: { sequence, count in
                guard let reader = core.readers?.upkeep else { return nil }
                do throws(LedgerError) {
                    return try reader.records(after: sequence, count: count)
                } catch {
                    return nil
                }
            },
            announce: { late, lost in
                core.enqueue(
                    .event(
                        .journalRecovered,
                        "the journal takes entries again; \(late) came late, \(lost) refusals were lost",
                        fields: ["WRITEBACK_LATE_ENTRIES": String(late), "WRITEBACK_LOST_REFUSALS": String(lost)]))
            })
    }

    private static func write(_ core: LedgerCore, _ store: LedgerStore, _ shipped: Latch) {
        LedgerWriter(core: core, store: store).run()
        core.shipping.close()
        shipped.wait()
        // SQLite removes its log with the last connection, where that is the one that writes.
        core.readers = nil
        store.close(shipped: core.shipping.shipped)
        core.end()
    }

    /// Walks through a file that is too large to be looked at before it is used.
    private static func verify(_ core: LedgerCore) {
        let path = core.settings.path
        // A connection would be in the way of a stop that comes soon after the start.
        let sizes = [path, path + "-wal"].compactMap(LedgerFile.size)
        guard sizes.reduce(0, +) > Checkup.wholeSize else { return }
        do throws(LedgerError) {
            let verification = try LedgerVerification(path: path)
            guard verification.size > Checkup.wholeSize else { return }
            if case .broken(let found) = verification.walk({ _ in }) {
                core.fail(.damaged(path: path, reason: "\(found)"))
            }
        } catch {
            // Whoever cannot open it now could a moment ago; if that lasts, the thread that writes will say so.
        }
    }

    /// Records and tells what waits, as far as the journal takes it, and ends.
    func close() {
        core.submissions.close()
        core.waitForEnd()
    }

    deinit {
        core.submissions.close()
    }
}
