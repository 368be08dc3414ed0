internal import Requests
internal import SystemdLink

/// How a write ended: its record, its answer and what it changes in what is known of the request.
struct WriteEnd {
    /// The record, without what it shares with all others about the request.
    let entry: JournalEntry
    let reply: Reply
    private let state: RequestState
    private let cause: Uncertainty?

    init(_ settlement: Settlement, _ story: Story, contact: String?) {
        switch settlement {
        case .applied(let receipt):
            entry = Record.entry(receipt, story)
            reply = Reply(receipt: receipt, story: story)
            (state, cause) = (.applied, nil)
        case .refused(let refusal):
            entry = Record.entry(refusal, story)
            reply = Reply(refusal: refusal, story: story, contact: contact)
            (state, cause) = (RequestState(refusal), nil)
        case .unknown(let uncertainty):
            entry = Record.entry(uncertainty, story)
            reply = Reply(uncertainty: uncertainty, story: story, contact: contact)
            (state, cause) = (.unknown, uncertainty)
        }
    }

    var kind: OutcomeKind { state.outcome }

    func change(of identity: RequestIdentity) -> RowChange {
        cause.map { .uncertain(identity, $0) } ?? .ended(identity, nil, state, reply)
    }
}
