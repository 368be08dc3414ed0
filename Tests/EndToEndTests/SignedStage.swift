import Foundation
import LDAPClient
import TestSupport

/// A stage whose caller signs, and whose directory can tell how often it was written to.
final class SignedStage: Sendable {
    /// The RFC 3062 request, by its OID.
    static let passwordModify = "1.3.6.1.4.1.4203.1.11.1"

    let cloud: Cloud
    let proxy: CuttingProxy
    let stage: Stage
    private let keys: String

    var daemon: Daemon { stage.daemon }
    var slapd: Slapd { stage.slapd }
    var journald: Journald { stage.journald }

    /// - Parameters:
    ///   - people: How many numbered people to add.
    ///   - isProxied: Whether the daemon reaches the directory through ``proxy``, in clear.
    init(people: Int = 0, isProxied: Bool = false, changes given: DaemonChanges = DaemonChanges()) async throws {
        let slapd = try await Slapd(people: people)
        try await slapd.logWrites()
        cloud = try Cloud()
        proxy = try CuttingProxy(target: try ServerAddress(slapd["LDAP_URL"]).port)
        var changes = given
        changes.cloud = cloud
        if isProxied { changes.server = "ldap://127.0.0.1:\(proxy.port)" }
        stage = try await Stage(slapd: slapd, changes: changes)
        keys = try stage.daemon.get("/v1/keys").body
    }

    /// The start password of numbered person `number`, who is `u00001` and so on.
    static func person(_ number: Int) -> String { "u" + String("0000\(number)".suffix(5)) }

    func reset(_ account: String, to password: String, id: String = Stage.newID()) throws -> SignedRequest {
        let sealed = try cloud.seal(password, for: id, to: keys)
        return SignedRequest(
            id: id, operation: "reset", account: account, sealed: ["new_password": sealed], password: password)
    }

    func change(_ account: String, from old: String, to new: String, id: String = Stage.newID()) throws -> SignedRequest
    {
        let sealed = try ["current_password": old, "new_password": new].mapValues {
            try cloud.seal($0, for: id, to: keys)
        }
        return SignedRequest(id: id, operation: "change", account: account, sealed: sealed, password: new)
    }

    func unlock(_ account: String, id: String = Stage.newID()) -> SignedRequest {
        SignedRequest(id: id, operation: "unlock", account: account)
    }

    /// Sends a request, signed anew.
    @discardableResult
    func send(_ request: SignedRequest, _ claims: [String: any Sendable] = [:]) throws -> HTTPReply {
        try daemon.post(token: try request.token(by: cloud, claims))
    }

    /// Sends a request on a thread of its own; nil where the connection ended without a reply.
    func sendAside(_ request: SignedRequest) async throws -> HTTPReply? {
        try await OwnThread.run { try? self.send(request) }
    }

    /// What is on record of a request.
    func recorded(_ request: SignedRequest) throws -> HTTPReply {
        try daemon.get("/v1/requests/\(request.id)")
    }

    /// How often the directory carried out what an operation writes.
    func writes(of request: SignedRequest) throws -> Int {
        try slapd.writes(
            to: request.operation == "unlock" ? "pwdAccountLockedTime" : "userPassword", of: request.account)
    }
}

extension HTTPReply {
    /// The answer without the mark that it was given before: the same however often it is given.
    var answer: String { body.replacing(#","replayed":true}"#, with: "}") }

    var isReplayed: Bool { self["replayed"] == "true" }
}
