internal import FoundationEssentials
internal import Requests

/// The document that a reply holds.
extension HTTPReply {
    private struct Envelope: Decodable {
        let outcome: String
    }

    /// How the agent says that it ended, by which the rest is read.
    var outcome: OutcomeKind {
        get throws(AskError) {
            guard let kind = OutcomeKind(rawValue: try document(Envelope.self).outcome) else {
                throw .malformedReply("it has an outcome that is unknown here")
            }
            return kind
        }
    }

    /// The document; members that are not known here are passed over.
    func document<Value: Decodable>(_ type: Value.Type) throws(AskError) -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: Data(body))
        } catch {
            throw .malformedReply("HTTP status \(status) without the document that belongs to it")
        }
    }
}
