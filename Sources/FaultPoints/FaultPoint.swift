/// The steps of a request at which tests end the agent, to see what is left behind; only a debug build can.
///
/// `WRITEBACKD_FAULT=intent-recorded` in the environment makes the process kill itself (SIGKILL) when it first gets there.
public enum FaultPoint: String, Sendable, CaseIterable {
    /// The last byte of the request has arrived.
    case bodyReceived = "body-received"
    /// The caller's signature was verified, the passwords opened.
    case authorised
    /// The request's identity is taken: nobody else carries it out.
    case claimed
    /// The account was found and its state read.
    case accountFound = "account-found"
    /// The policy has allowed the write.
    case permitted
    /// The intent is on disk; nothing was sent yet.
    case intentRecorded = "intent-recorded"
    /// The directory has answered the write.
    case answered
    /// The write was looked at and found done.
    case verified
    /// The outcome is on disk.
    case outcomeRecorded = "outcome-recorded"
    /// The reply is about to be sent.
    case replyReady = "reply-ready"

    /// Marks that the request has got here; ends the process when this is the fault asked for.
    @inline(__always)
    public func reached() {
        ChosenFault.end(at: rawValue)
    }
}
