import JSON
import Requests
import Testing

/// Members of another JSON type than theirs.
struct RequestTypeTests {
    private static let values = [
        "a string": "\"text\"", "an object": "{\"a\":1}", "an array": "[\"a\"]", "true or false": "true", "number": "1",
        "negative": "-0.5e3", "null": "null",
    ]

    private static let expected: [RequestMember: String] = [
        .id: "a string", .operation: "a string", .account: "an object", .directory: "a string", .methods: "an array",
        .captcha: "true or false", .client: "a string", .actor: "an object", .unlock: "true or false",
        .mustChange: "true or false", .newPassword: "a string", .currentPassword: "a string",
    ]

    @Test(arguments: RequestMember.allCases.filter { !$0.isClaim })
    func `a value of another type is refused with the type that is wanted`(member: RequestMember) throws {
        let type = try #require(Self.expected[member])
        for (name, value) in Self.values where name != type {
            let found = try Reading.malformation(RequestBody.full.with(member.rawValue, value))
            #expect(found == Malformation(field: member.rawValue, problem: .wrongType(expected: type)), "\(name)")
        }
    }

    @Test(arguments: ["account.id", "account.name", "act.sub", "amr"])
    func `so it is inside another member`(path: String) throws {
        let parts = path.split(separator: ".").map(String.init)
        for (name, value) in Self.values where name != "a string" {
            let whole = parts.count == 2 ? "{\"\(parts[1])\":\(value)}" : "[\"otp\",\(value)]"
            let found = try Reading.malformation(RequestBody.full.with(parts[0], whole))
            let field = parts.count == 2 ? path : "\(path)[1]"
            #expect(found == Malformation(field: field, problem: .wrongType(expected: "a string")), "\(name)")
        }
    }
}
