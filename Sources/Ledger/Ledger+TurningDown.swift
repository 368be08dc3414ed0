public import Requests

extension Ledger {
    /// Tells that something was turned down that the ledger has not taken, and makes the answer of it. The record comes
    /// soon after.
    public func turnDown(_ refusal: Refusal, story: Story) -> Outcome {
        core.enqueue(Submission(.other, entry(Record.entry(refusal, story), story)))
        return Outcome(recorded: Reply(refusal: refusal, story: story, contact: contact))
    }
}
