public import Requests

extension Ledger {
    /// Tells that something that never became a request was turned down, and makes the answer of it.
    public func turnDown(_ refusal: Refusal, story: Story) -> Outcome {
        core.enqueue(Submission(.other, entry(Record.entry(refusal, story), story)))
        return Outcome(recorded: Reply(refusal: refusal, story: story, contact: contact))
    }
}
