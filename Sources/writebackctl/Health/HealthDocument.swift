internal import FoundationEssentials

/// The agent's answer to `GET /v1/health`, as far as this program tells of it; members it does not know are passed over.
struct HealthDocument: Decodable, Equatable {
    struct Condition: Decodable, Equatable {
        let status: String
        let reason: String?
    }

    struct Directory: Decodable, Equatable {
        let name: String
        let status: String
        let reason: String?
        let since: String?
        var kind: String?
        var product: String?
        var limits: [CheckAnswer.Limit]?
        var servers: [Server]?
        var serversFault: String?
        var rotationOpen: Bool?

        enum CodingKeys: String, CodingKey {
            case name, status, reason, since, kind, product, limits, servers
            case serversFault = "servers_fault"
            case rotationOpen = "rotation_open"
        }
    }

    struct Server: Decodable, Equatable {
        let server: String
        let status: String
        var since: String?
        var reason: String?
        var product: String?
    }

    let status: String
    let version: String?
    let agent: String?
    let detail: String?
    let ledger: Condition?
    let journal: Condition?
    let directories: [Directory]?

    /// Reads the document, whatever the HTTP status it came with: an agent that is not ready answers 503.
    init(_ reply: HTTPReply) throws(AskError) {
        do {
            self = try JSONDecoder().decode(HealthDocument.self, from: Data(reply.body))
        } catch {
            throw .malformedReply("HTTP status \(reply.status) without a health document")
        }
    }
}
