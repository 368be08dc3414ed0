internal import ArgumentParser
internal import Requests

/// How the agent answered a request.
enum Answer: Equatable {
    case applied(AppliedAnswer)
    case answered(StatusAnswer)
    case refused(ProblemAnswer)
    case notApplied(ProblemAnswer)
    case unknown(ProblemAnswer)

    /// Reads a reply by its `outcome`; members that are not known here are passed over.
    init(_ reply: HTTPReply) throws(AskError) {
        self =
            switch try reply.outcome {
            case .applied: .applied(try reply.document(AppliedAnswer.self))
            case .answered: .answered(try reply.document(StatusAnswer.self))
            case .refused: .refused(try reply.document(ProblemAnswer.self))
            case .notApplied: .notApplied(try reply.document(ProblemAnswer.self))
            case .unknown: .unknown(try reply.document(ProblemAnswer.self))
            }
    }

    var exitCode: ExitCode {
        switch self {
        case .applied, .answered: .success
        case .refused: .refused
        case .notApplied: .notApplied
        case .unknown: .unknown
        }
    }
}
