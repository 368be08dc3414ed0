public import Requests

/// The recorded end of a request: only with one of these can a caller be answered.
///
/// Only this module can make one, and it does so by recording.
public struct Outcome: ~Copyable, Sendable {
    /// What the caller is told.
    public let reply: Reply

    init(recorded reply: Reply) {
        self.reply = reply
    }
}
