internal import ArgumentParser
internal import FoundationEssentials
internal import Requests

/// How the agent answered a request.
enum Answer: Equatable {
    case applied(AppliedAnswer)
    case answered(StatusAnswer)
    case refused(ProblemAnswer)
    case notApplied(ProblemAnswer)
    case unknown(ProblemAnswer)

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
            case .applied: .applied(try Self.decode(AppliedAnswer.self, reply))
            case .answered: .answered(try Self.decode(StatusAnswer.self, reply))
            case .refused: .refused(try Self.decode(ProblemAnswer.self, reply))
            case .notApplied: .notApplied(try Self.decode(ProblemAnswer.self, reply))
            case .unknown: .unknown(try Self.decode(ProblemAnswer.self, reply))
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
