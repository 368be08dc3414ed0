import Requests
import Testing

/// What a caller is told when nothing was done (RFC 9457).
struct RefusalReplyTests {
    @Test(arguments: RefusalKind.allCases)
    func `a refusal is a problem document with all that a program needs`(kind: RefusalKind) throws {
        let (refusal, entry, story) = (kind.sample, kind.sample.entry, try Story.sample())
        let reply = Reply(refusal: refusal, story: story, contact: "help@example.test")
        let document = try Document(reply)
        #expect(reply.status == entry.status)
        #expect(reply.contentType == "application/problem+json")
        #expect(document["status"] == "\(entry.status)")
        let code = refusal.isUnproven ? "not_authorised" : kind.rawValue
        #expect(document["type"] == "urn:writebackd:problem:\(code)")
        #expect(document["code"] == code)
        #expect(document["title"] == code.replacing("_", with: " "))
        #expect(document["detail"] == refusal.toldDescription)
        #expect(document["outcome"] == entry.outcome.rawValue)
        #expect(document["retryable"] == "\(entry.isRetryable)")
        #expect(document["contact"] == "help@example.test")
        #expect(document["request_id"] == "r-1")
        #expect(document["correlation_id"] == story.correlation)
    }

    @Test(arguments: RefusalKind.allCases)
    func `the wait before a retry stands in the document and in the reply`(kind: RefusalKind) throws {
        let reply = Reply(refusal: kind.sample, story: nil, contact: nil)
        #expect(reply.retryAfter == kind.sample.retryAfter)
        #expect(try Document(reply)["retry_after"] == kind.sample.retryAfter.map { "\($0)" })
    }

    @Test(arguments: RefusalKind.allCases)
    func `no member is null, whatever is not known`(kind: RefusalKind) throws {
        for story in [nil, Story.begun()] {
            let document = try Document(Reply(refusal: kind.sample, story: story, contact: nil))
            #expect(!document.holdsNull)
            #expect(document["contact"] == nil)
            #expect(document["request_id"] == nil)
            #expect((document["correlation_id"] == nil) == (story == nil))
        }
    }

    @Test func `only a wrong method tells the methods that are allowed`() {
        for kind in RefusalKind.allCases {
            let reply = Reply(refusal: kind.sample, story: nil, contact: nil)
            #expect(reply.allow == (kind == .methodNotAllowed ? "POST" : nil))
        }
    }

    @Test(arguments: [
        (Refusal.passwordTooShort(minimum: 10), "min", "10"), (.passwordTooLong(maximum: 64), "max", "64"),
        (.passwordInHistory(depth: 5), "depth", "5"), (.tooLarge(limit: 16_384), "limit", "16384"),
        (.passwordTooYoung(until: Timestamp(seconds: 0)), "until", "1970-01-01T00:00:00Z"),
        (.accountLocked(since: Timestamp(seconds: 0)), "since", "1970-01-01T00:00:00Z"),
        (.accountExpired(since: Timestamp(seconds: 0)), "since", "1970-01-01T00:00:00Z"),
        (.accountNotYetValid(until: Timestamp(seconds: 0)), "until", "1970-01-01T00:00:00Z"),
        (.passwordQuality(message: "x"), "message", "x"), (.noPermission(.clearLock), "right", "clear_lock"),
        (.directoryError(code: 80, name: "other", message: "m"), "ldap_code", "80"),
        (.directoryError(code: 80, name: "other", message: "m"), "ldap_name", "other"),
        (.busy(.directoryConnections), "shortage", "directory_connections"),
        (.operationNotGranted(.change), "operation", "change"), (.operationOff(.reset), "operation", "reset"),
        (.headersTooLarge(bytes: 1, fields: 2), "max_bytes", "1"),
        (.headersTooLarge(bytes: 1, fields: 2), "max_fields", "2"),
        (.methodNotAllowed(allowed: "GET"), "allowed", "GET"),
        (.tokenExpired(since: Timestamp(seconds: 0)), "since", "1970-01-01T00:00:00Z"),
        (.tokenNotYetValid(until: Timestamp(seconds: 0)), "until", "1970-01-01T00:00:00Z"),
        (.tokenLifetime(limit: .seconds(300)), "max_seconds", "300"),
        (.authenticationTooOld(limit: .seconds(600)), "max_seconds", "600"),
        (.sealedPasswordInvalid(field: "new_password"), "field", "new_password"),
        (.agentKeyUnknown(field: "current_password"), "field", "current_password"),
        (.sealedPasswordElsewhere(field: "new_password", member: "iss"), "field", "new_password"),
        (.sealedPasswordElsewhere(field: "new_password", member: "iss"), "member", "iss"),
        (.requestConflict(.passwords), "part", "passwords"), (.requestConflict(.unknown), "part", "unknown"),
    ])
    func `a refusal's numbers and names are parameters`(refusal: Refusal, name: String, value: String) throws {
        #expect(try Document(Reply(refusal: refusal, story: nil, contact: nil))["parameters.\(name)"] == value)
    }

    @Test func `a refusal about the time tells the agent's own`() throws {
        for refusal in [Refusal.tokenExpired(since: .now), .tokenNotYetValid(until: .now)] {
            let before = "\(Timestamp.now)"
            let told = try #require(try Document(Reply(refusal: refusal, story: nil, contact: nil))["parameters.now"])
            #expect(before <= told && told <= "\(Timestamp.now)")
        }
    }

    @Test(arguments: [
        Refusal.tokenMalformed("secret finding"), .tokenTooLarge(limit: 7), .tokenKeyUnknown("secret finding"),
        .tokenType, .tokenAlgorithm, .tokenCritical, .tokenSignature,
    ])
    func `who proved nothing learns nothing`(refusal: Refusal) throws {
        let reply = Reply(refusal: refusal, story: nil, contact: nil)
        #expect(try !Document(reply).names.contains("parameters"))
        #expect(reply.body == Reply(refusal: .tokenSignature, story: nil, contact: nil).body)
        #expect(reply.status == 401)
    }

    @Test(arguments: [Refusal.passwordTooShort(minimum: nil), .accountLocked(since: nil), .stopping, .accountNotFound])
    func `without any the member is left out`(refusal: Refusal) throws {
        #expect(try !Document(Reply(refusal: refusal, story: nil, contact: nil)).names.contains("parameters"))
    }

    @Test(arguments: [
        Uncertainty.noAnswer, .connectionLost, .notVerified, .notVisible, .agentStopped, .overtaken, .notRecorded,
    ])
    func `an unknown outcome is told as such, and when the same request can settle it`(uncertainty: Uncertainty) throws
    {
        let story = try Story.sample()
        let reply = Reply(uncertainty: uncertainty, story: story, contact: nil)
        let document = try Document(reply)
        #expect(reply.status == 504)
        #expect(reply.contentType == "application/problem+json")
        #expect(document["code"] == "outcome_unknown")
        #expect(document["outcome"] == "unknown")
        #expect(document["retryable"] == (uncertainty == .overtaken ? "false" : "true"))
        #expect(reply.retryAfter == (uncertainty == .overtaken ? nil : 5))
        #expect(document["retry_after"] == (uncertainty == .overtaken ? nil : "5"))
        #expect(document["detail"] == uncertainty.description)
        #expect(document["parameters.cause"] == uncertainty.rawValue)
        #expect(document["correlation_id"] == story.correlation)
        #expect(!document.holdsNull)
    }
}
