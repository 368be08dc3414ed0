internal import ArgumentParser
internal import FoundationEssentials
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

    private struct Envelope: Decodable {
        let outcome: String
    }

    /// Reads a reply by its `outcome`; members that are not known here are passed over.
    init(_ reply: HTTPReply) throws(AskError) {
        guard let kind = OutcomeKind(rawValue: try Self.decode(Envelope.self, reply).outcome) else {
            throw .malformedReply("it has an outcome that is unknown here")
        }
        self =
            switch kind {
            case .applied, .answered: .told(try Self.decode(Document.self, reply))
            case .refused, .notApplied, .unknown: .problem(try Self.decode(ProblemAnswer.self, reply), kind)
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

    private static func decode<Value: Decodable>(_ type: Value.Type, _ reply: HTTPReply) throws(AskError) -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: Data(reply.body))
        } catch {
            throw .malformedReply("HTTP status \(reply.status) without the document that belongs to it")
        }
    }
}
