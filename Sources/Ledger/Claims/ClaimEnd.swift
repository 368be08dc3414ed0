internal import Requests

/// How the carrying out of a request ended, for those who sent the same one meanwhile.
enum ClaimEnd: Sendable {
    /// With an answer, which is theirs too.
    case answered(Reply, OutcomeKind)
    /// With a refusal of this very request, which is of no record.
    case refused(Refusal)
}
