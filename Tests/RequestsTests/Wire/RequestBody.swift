import Requests
import Secrets

/// The JSON body of a request, to be spoilt in one place at a time; member values are JSON text.
struct RequestBody: Sendable {
    private var members: [(name: String, value: String)]

    private init(_ members: KeyValuePairs<String, String>) {
        self.members = members.map { ($0.key, $0.value) }
    }

    /// The least that each operation needs.
    static func least(_ operation: Operation) -> RequestBody {
        var body = RequestBody([
            "jti": #""r-1""#, "op": "\"\(operation.rawValue)\"", "account": #"{"name":"alice"}"#,
        ])
        if operation == .change { body = body.with("current_password", #""Old-password-1""#) }
        if operation == .change || operation == .reset { body = body.with("new_password", #""New-password-1""#) }
        return body
    }

    /// A reset with every member that a reset can have.
    static let full = RequestBody([
        "jti": #""r-1""#, "op": #""reset""#, "account": #"{"id":"7d9b2f6e-0000-4000-8000-1234567890ab"}"#,
        "directory": #""corp""#, "amr": #"["otp","sms"]"#, "captcha": "true", "client": #""web""#,
        "act": #"{"sub":"admin-é"}"#, "unlock": "false", "must_change": "false",
        "new_password": #""New-\u00e9\"\n€ 😀""#,
    ])

    /// The claims of a signed request: the least that the operation needs, and the time of the user's verification.
    static func signed(_ operation: Operation) -> RequestBody {
        var body = least(operation).with("iss", #""https://reset.example.test""#)
            .with("aud", #""agent.example.test""#).with("iat", "1800000000").with("exp", "1800000120")
            .with("auth_time", "1799999990")
        for name in body.members.map(\.name) where name.hasSuffix("password") {
            body = body.with(name, #""\#(name).b.c.d.e""#)
        }
        return body
    }

    /// A signed reset with every claim that one can have.
    static let fullSigned = signed(.reset).with("directory", #""corp""#).with("amr", #"["otp"]"#)
        .with("captcha", "true").with("client", #""web""#).with("act", #"{"sub":"root"}"#).with("unlock", "false")
        .with("must_change", "true")

    /// The same members in another order.
    func shuffled(_ random: inout SplitMix64) -> RequestBody {
        var copy = self
        copy.members.shuffle(using: &random)
        return copy
    }

    /// The body with `name` set to `value`, in its place or at the end.
    func with(_ name: String, _ value: String) -> RequestBody {
        var copy = self
        if let index = members.firstIndex(where: { $0.name == name }) {
            copy.members[index].value = value
        } else {
            copy.members.append((name, value))
        }
        return copy
    }

    func without(_ name: String) -> RequestBody {
        var copy = self
        copy.members.removeAll { $0.name == name }
        return copy
    }

    /// The body with one member more, even if there is one of the same name; `name` is the inside of a JSON string.
    func adding(_ name: String, _ value: String) -> RequestBody {
        var copy = self
        copy.members.append((name, value))
        return copy
    }

    var text: String {
        "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
