import Foundation
import Requests
import TestSupport
import Testing

/// Which requests reach which route, and what the others are told.
@Suite(.timeLimit(.minutes(3)))
struct RoutingTests {
    @Test func `each route is reached, and the body arrives as it was sent`() async throws {
        try await Serving.run { server in
            let body = #"{"a":"é€😀"}"#
            let posted = try server.reply(to: HTTPText.post(body))
            #expect(posted.status == 200)
            #expect(posted["body"] == body)
            #expect(posted.headers["content-type"] == "application/json")
            #expect(posted.headers["cache-control"] == "no-store")
            #expect(try server.reply(to: HTTPText.health)["route"] == "health")
            #expect(try server.reply(to: HTTPText.policy)["route"] == "policy")
            #expect(try server.reply(to: HTTPText.get("/v1/keys"))["route"] == "keys")
            #expect(try server.reply(to: HTTPText.get("/v1/requests/r-1"))["route"] == "outcome")
        }
    }

    @Test(arguments: ["check", "rotate-bind"])
    func `an administrator's route takes JSON by POST, with the peer that the kernel names`(route: String) async throws
    {
        try await Serving.run { server in
            let body = #"{"directory":"corp"}"#
            let head = "POST /v1/\(route) HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n"
            let reply = try server.reply(to: head + "Content-Type: application/json\r\n\r\n" + body)
            #expect(reply["route"] == route)
            #expect(reply["body"] == body)
            #expect(reply["uid"] == "\(getuid())")
            let signed = try server.reply(to: head + "Content-Type: application/jwt\r\n\r\n" + body)
            #expect(signed["code"] == "unsupported_media_type")
            let read = try server.reply(to: HTTPText.get("/v1/\(route)"))
            #expect(read.status == 405)
            #expect(read.headers["allow"] == "POST")
        }
    }

    @Test func `the peer is the one that the kernel names`() async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: HTTPText.post("{}"))
            #expect(reply["uid"] == "\(getuid())")
            #expect(server.routes.peers == [Peer(uid: getuid(), gid: getgid(), pid: getpid())])
        }
    }

    @Test(arguments: [
        "/", "/v1", "/v1/health?x=1", "/V1/health", "/v1/keys/", "/v1/keys?status=next", "/v1/request/r-1",
        "/v1/requests?iss=x", "/v1/requests/r-1?", "/v1/requests/r-1?issuer=x", "/v1/requests/r-1?x=1&iss=y",
        "/v1/policy/", "/../etc/passwd", "*",
    ])
    func `an unknown path is told`(path: String) async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: HTTPText.get(path))
            #expect(reply.status == 404)
            #expect(reply["code"] == "no_such_path")
            #expect(reply.headers["content-type"] == "application/problem+json")
            #expect(server.routes.refusals == [.noSuchPath])
        }
    }

    @Test(arguments: [
        ("GET", "/v1/requests", "POST"), ("PUT", "/v1/requests", "POST"), ("DELETE", "/v1/health", "GET"),
        ("OPTIONS", "/v1/policy", "GET"), ("POST", "/v1/keys", "GET"), ("POST", "/v1/requests/r-1", "GET"),
        ("DELETE", "/v1/requests/r-1?iss=x", "GET"), ("PATCH", "/v1/health", "GET"), ("POST", "/v1/health", "GET"),
    ])
    func `a wrong method is told with the right one`(method: String, path: String, allowed: String) async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: "\(method) \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            #expect(reply.status == 405)
            #expect(reply.headers["allow"] == allowed)
            #expect(reply["parameters.allowed"] == allowed)
        }
    }

    @Test(arguments: ["application/json", "application/json; charset=utf-8", "Application/JSON ;x=y"])
    func `JSON is taken under its names`(type: String) async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: HTTPText.post("{}", type: type))
            #expect(reply.status == 200)
            #expect(reply["form"] == "plain")
        }
    }

    @Test(arguments: ["application/jwt", "application/jwt; charset=utf-8", "Application/JWT ;x=y", "APPLICATION/JWT"])
    func `a token is taken under its names`(type: String) async throws {
        try await Serving.run { server in
            let reply = try server.reply(to: HTTPText.post("a.b.c", type: type))
            #expect(reply.status == 200)
            #expect(reply["form"] == "signed")
            #expect(reply["body"] == "a.b.c")
        }
    }

    @Test(arguments: [
        nil, "", "text/plain", "application/jsonp", "text/json", "application/json-seq", "x;application/json",
        "application/x-www-form-urlencoded", "application/jose", "application/jwt-bearer", "application/jose+json",
        "jwt",
        "application", "application/", "application/jwt,application/json",
    ])
    func `another content type, or none, is refused and the next request on the connection answered`(
        type: String?
    ) async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(HTTPText.post("{\"secret\":1}", type: type) + HTTPText.health)
            let (reply, next) = (try client.reply(), try client.reply())
            #expect(reply.status == 415)
            #expect(reply["code"] == "unsupported_media_type")
            #expect(next["route"] == "health")
            #expect(server.routes.bodies == [])
        }
    }

    @Test func `a client that waits to be asked for its body is answered`() async throws {
        try await Serving.run { server in
            let client = try server.client()
            client.send(HTTPText.post("{}", fields: "Expect: 100-continue\r\n"))
            var reply = try client.reply()
            if reply.status == 100 { reply = try client.reply() }
            #expect(reply.status == 200)
        }
    }
}
