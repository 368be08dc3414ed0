import Fuzzing
import JSON
import Requests

@testable import Routing

/// The target of a request line.
@main
enum RoutesFuzzer {
    static func main() {
        Fuzzer.run { start, count in
            RoutesFuzzer.check(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
            return 0
        }
    }

    private static func check(_ target: String) {
        do {
            switch try Route(target) {
            case .requests: expect(target, "/v1/requests")
            case .keys: expect(target, "/v1/keys")
            case .health: expect(target, "/v1/health")
            case .policy: expect(target, "/v1/policy")
            case .check: expect(target, "/v1/check")
            case .rotateBind: expect(target, "/v1/rotate-bind")
            case .request(let id, let issuer): try check(target, id, issuer)
            }
        } catch {
            check(error)
        }
    }

    private static func expect(_ target: String, _ path: String) {
        Fuzzer.expect(target.utf8.elementsEqual(path.utf8), "only \(path) is \(path), not \(target.debugDescription)")
    }

    private static func check(_ target: String, _ id: String, _ issuer: String?) throws(Refusal) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        Fuzzer.expect(parts[0].hasPrefix("/v1/requests/"), "a request's path begins as it must")
        let path = String(parts[0].dropFirst("/v1/requests/".count))
        Fuzzer.expect(Reference.percentDecoded(path) == id, "the jti is read as others read it")
        if let issuer {
            Fuzzer.expect(parts.count == 2 && parts[1].hasPrefix("iss="), "an issuer comes from the query")
            let query = String(parts[1].dropFirst("iss=".count))
            Fuzzer.expect(Reference.percentDecoded(query) == issuer, "the iss is read as others read it")
        }
        Fuzzer.expect((issuer == nil) == (parts.count == 1), "no query is passed over")
        checkBounds(id, RequestLimits.identifierCharacters)
        checkBounds(issuer ?? "x", RequestLimits.issuerCharacters)
        let query = issuer.map { "?iss=" + Reference.percentEncoded($0) } ?? ""
        let again = try Route("/v1/requests/" + Reference.percentEncoded(id) + query)
        Fuzzer.expect(again == .request(id: id, issuer: issuer), "what is encoded is read again")
    }

    private static func checkBounds(_ text: String, _ limit: Int) {
        Fuzzer.expect((1...limit).contains(text.utf8.count), "a text of the target keeps to its limit")
        Fuzzer.expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }, "a text of the target is visible ASCII")
    }

    private static func check(_ refusal: Refusal) {
        switch refusal {
        case .noSuchPath: return
        case .malformed(let found):
            Fuzzer.expect(["jti", "iss"].contains(found.field), "a target is malformed in its jti or its iss")
            Fuzzer.expectLoggable(found.description, limit: 200)
        default: Fuzzer.expect(false, "a target is unknown or malformed, not: \(refusal)")
        }
    }
}
