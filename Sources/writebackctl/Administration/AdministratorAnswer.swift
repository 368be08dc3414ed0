internal import ArgumentParser
internal import Requests

/// What an administrator's question can be answered with.
protocol AdministratorDocument: Decodable {
    /// The answer in words.
    var lines: [String] { get }
    /// What it means for a script.
    var exitCode: ExitCode { get }
}

/// How the agent answered an administrator.
enum AdministratorAnswer<Document: AdministratorDocument> {
    case told(Document)
    case problem(ProblemAnswer, OutcomeKind)

    /// Reads a reply by its `outcome`; members that are not known here are passed over.
    init(_ reply: HTTPReply) throws(AskError) {
        self =
            switch try reply.outcome {
            case .applied, .answered: .told(try reply.document(Document.self))
            case let kind: .problem(try reply.document(ProblemAnswer.self), kind)
            }
    }

    var exitCode: ExitCode {
        switch self {
        case .told(let document): document.exitCode
        case .problem(_, .notApplied): .notApplied
        case .problem(_, .unknown): .unknown
        case .problem: .refused
        }
    }

    var report: Report {
        switch self {
        case .told(let document): Report(document.lines, exitCode: exitCode)
        case .problem(let problem, .notApplied):
            Report(problem.lines("not done", advice: problem.retryAdvice), exitCode: exitCode)
        case .problem(let problem, .unknown): Report(problem.lines("not known yet"), exitCode: exitCode)
        case .problem(let problem, _): Report(problem.lines("refused"), exitCode: exitCode)
        }
    }
}
