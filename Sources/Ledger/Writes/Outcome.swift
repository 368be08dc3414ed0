public import Requests

/// The end of a request, on its record: only with one of these can a caller be answered.
///
/// Only this module can make one, and it hands the record over first. The end of a write, and of any request that was
/// taken, is on disk by then; statuses that were told, refusals at the door and answers given again are on their way
/// there.
public struct Outcome: ~Copyable, Sendable {
    /// What the caller is told.
    public let reply: Reply

    init(recorded reply: Reply) {
        self.reply = reply
    }
}
