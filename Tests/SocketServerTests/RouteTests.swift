import JSON
import Requests
import TestSupport
import Testing

@testable import SocketServer

/// What is read from the target of a request line.
@Suite(.timeLimit(.minutes(3)))
struct RouteTests {
    private static let visible = String(String.UnicodeScalarView((0x21...0x7e).map { Unicode.Scalar($0) }))

    private func found(_ target: String) throws -> Malformation? {
        do {
            _ = try Route(target)
            return nil
        } catch .malformed(let found) {
            return found
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        arguments: [
            ("r-1", "r-1", nil), ("r-1?iss=x", "r-1", "x"), ("%72%2D1", "r-1", nil), ("%72%2d1?iss=%78", "r-1", "x"),
            ("r?iss=https://reset.example.test", "r", "https://reset.example.test"),
            ("r?iss=https%3A%2F%2Freset.example.test", "r", "https://reset.example.test"),
            ("peer%3Aa?iss=peer:a", "peer:a", "peer:a"), ("a/b", "a/b", nil), ("a%2Fb", "a/b", nil), ("%25", "%", nil),
            ("%2525", "%25", nil), ("a+b?iss=c+d", "a+b", "c+d"), ("a%3Fb", "a?b", nil), ("a?iss=b?c", "a", "b?c"),
        ] as [(String, String, String?)])
    func `a request is asked for by its jti, and by its iss`(target: String, id: String, issuer: String?) throws {
        #expect(try Route("/v1/requests/" + target) == .request(id: id, issuer: issuer))
    }

    @Test func `every visible character may be encoded, and comes back`() throws {
        for character in Self.visible {
            let target = "/v1/requests/" + Self.encoded(String(character))
            #expect(try Route(target) == .request(id: String(character), issuer: nil))
            #expect(try Route(target.uppercased().replacing("/V1/REQUESTS/", with: "/v1/requests/")) == Route(target))
        }
        let all = try Route("/v1/requests/" + Self.encoded(Self.visible) + "?iss=" + Self.encoded(Self.visible))
        #expect(all == .request(id: Self.visible, issuer: Self.visible))
    }

    @Test(arguments: ["%", "%2", "%zz", "%2g", "% 2", "a%", "a%%41", "%é", "%-1"])
    func `a percent sign has two digits after it`(text: String) throws {
        let problem = Problem.forbiddenCharacter("two hexadecimal digits must follow a %")
        #expect(try found("/v1/requests/" + text) == Malformation(field: "jti", problem: problem))
        #expect(try found("/v1/requests/r?iss=" + text) == Malformation(field: "iss", problem: problem))
    }

    @Test(arguments: [
        "%00", "%0a", "%0d%0a", "%20", "a%20b", "%7f", "%c3%a9", "%ff", "é", "a b", "%e2%80%8b", "\u{7f}",
    ])
    func `nothing but visible ASCII is a name`(text: String) throws {
        let problem = Problem.forbiddenCharacter("only visible ASCII without spaces")
        #expect(try found("/v1/requests/" + text) == Malformation(field: "jti", problem: problem))
        #expect(try found("/v1/requests/r?iss=" + text) == Malformation(field: "iss", problem: problem))
    }

    @Test func `names have their lengths, counted when they are decoded`() throws {
        #expect(try found("/v1/requests/") == Malformation(field: "jti", problem: .empty))
        #expect(try found("/v1/requests/?iss=x") == Malformation(field: "jti", problem: .empty))
        #expect(try found("/v1/requests/r?iss=") == Malformation(field: "iss", problem: .empty))
        for (start, field, limit) in [("/v1/requests/", "jti", 128), ("/v1/requests/r?iss=", "iss", 256)] {
            for character in ["a", "%61"] {
                #expect(try found(start + String(repeating: character, count: limit)) == nil)
                let longer = try found(start + String(repeating: character, count: limit + 1))
                #expect(longer == Malformation(field: field, problem: .tooLong(limit: limit)))
            }
        }
    }

    @Test(arguments: [
        "", "v1/keys", "//v1/keys", "/v1/keys#x", "/v1/%6beys", "/v1/requests%2Fr-1", "/v1/requests/r?x",
        "/v1/requests/r?ISS=x",
        "/v1/requests/r?iss", "/v1/\u{212a}eys", "/v1/requests\u{301}/r",
    ])
    func `no other path leads anywhere`(target: String) {
        #expect(throws: Refusal.noSuchPath) { try Route(target) }
    }

    @Test func `what is read of a target reaches the routes`() async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: HTTPText.get("/v1/requests/%72-1?iss=https%3a//a.test"))
            #expect(reply.status == 200)
            #expect(reply["id"] == "r-1")
            #expect(reply["issuer"] == "https://a.test")
            #expect(try server.reply(to: HTTPText.get("/v1/requests/r-1"))["issuer"] == "")
        }
    }

    @Test(arguments: [("/v1/requests/", "jti"), ("/v1/requests/r?iss=%00", "iss"), ("/v1/requests/%", "jti")])
    func `a target that is malformed is told by its part, and the connection goes on`(
        target: String, field: String
    ) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(HTTPText.get(target) + HTTPText.health)
            let (reply, next) = (try client.reply(), try client.reply())
            #expect(reply.status == 400)
            #expect(reply["code"] == "malformed_request")
            #expect(reply["parameters.field"] == field)
            #expect(next["route"] == "health")
        }
    }
}
