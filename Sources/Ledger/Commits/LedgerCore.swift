internal import Requests
internal import Synchronization
internal import SystemdLink

/// What the threads of a ledger and those who use it have in common.
final class LedgerCore: Sendable {
    let settings: LedgerSettings
    let claims = Claims()
    let submissions = SubmissionQueue()
    let shipping = ShippingQueue()
    /// Marks fingerprints that only this life of the agent can compare.
    let run: [UInt8]

    private let condition = Mutex<LedgerError?>(nil)
    private let present = Mutex<LedgerReaders?>(nil)
    private let ended = Latch()

    init(settings: LedgerSettings) {
        self.settings = settings
        run = withUnsafeBytes(of: (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))) { Array($0) }
    }

    /// Why no record can be made, or nil.
    var failure: LedgerError? { condition.withLock { $0 } }

    /// Changes the condition.
    ///
    /// - Returns: Whether it was another one before.
    @discardableResult
    func set(_ failure: LedgerError?) -> Bool {
        condition.withLock { condition in
            // What cannot pass does not: the walk through a large file may find damage while it can be written to.
            guard condition?.mayPass != false else { return false }
            defer { condition = failure }
            return condition != failure
        }
    }

    /// Changes the condition to one in which no record can be made, and tells the journal.
    ///
    /// - Returns: Whether it was another one before.
    @discardableResult
    func fail(_ failure: LedgerError) -> Bool {
        guard set(failure) else { return false }
        tellUnrecorded(.event(.ledgerFailed, "no write is begun: \(failure)"))
        return true
    }

    /// Tells the journal what the ledger did not take.
    func tellUnrecorded(_ submission: Submission) {
        let body = submission.body + Array("WRITEBACK_UNRECORDED=1\n".utf8)
        shipping.add(unrecorded: body, isWrite: submission.kind == .outcome)
    }

    /// Look things up; nil while the ledger cannot be read.
    var readers: LedgerReaders? {
        get { present.withLock { $0 } }
        set { present.withLock { $0 = newValue } }
    }

    /// Records `submission` and waits until it is on disk.
    ///
    /// - Throws: ``LedgerError``; the record was then not made.
    func record(_ submission: Submission) async throws(LedgerError) {
        let failure: LedgerError? = await withCheckedContinuation { continuation in
            var submission = submission
            submission.waiter = continuation
            if !submissions.add(submission) { continuation.resume(returning: .closed) }
        }
        if let failure { throw failure }
    }

    /// Records `submission` some time soon; there may be too many, or it may be too late.
    func enqueue(_ submission: Submission) {
        _ = submissions.add(submission)
    }

    /// Marks the end of the thread that writes.
    func end() {
        set(.closed)
        readers = nil
        ended.open()
    }

    func waitForEnd() {
        ended.wait()
    }
}
