internal import AccountPolicy
internal import Authorisation
internal import Requests

extension UnsettledWrite {
    /// What will be needed if the write that is about to begin comes to no known end.
    init(_ permitted: borrowing PermittedWrite, story: Story, at now: Timestamp) {
        let facts = permitted.facts
        identity = permitted.authorised.identity
        operation = permitted.authorised.request.details.operation
        account = facts.identity
        begun = now
        (changeMark, lastChange, lockMark) = (facts.changeMark, facts.lastChange, facts.lockMark)
        (wasLocked, failedAttempts) = (facts.lock.isLocked, facts.failedAttempts)
        lastFailedAttempt = facts.lastFailedAttempt
        switch permitted.authorised.request.work {
        case .reset(let reset): mustChange = reset.mustChange
        default: mustChange = nil
        }
        self.story = story
    }
}
