import Requests

/// The claims of a signed request, to be spoilt in one place at a time; values are JSON text.
struct RequestClaims: Sendable {
    private var members: [(name: String, value: String)]

    /// What every operation needs but its passwords, for the agent of ``Scene``.
    init(_ operation: Operation, issuer: String = "https://reset.example.test") {
        let now = Scene.now.seconds
        members = [
            ("iss", "\"\(issuer)\""), ("aud", "\"\(Scene.agent)\""), ("jti", "\"\(Scene.id)\""), ("iat", "\(now)"),
            ("exp", "\(now + 120)"), ("auth_time", "\(now)"), ("op", "\"\(operation.rawValue)\""),
            ("account", #"{"name":"alice"}"#),
        ]
    }

    /// With `name` set to `value`, in its place or at the end.
    func with(_ name: String, _ value: String) -> RequestClaims {
        var copy = without(name)
        copy.members.append((name, value))
        return copy
    }

    /// With a time so many seconds from now.
    func with(_ name: String, at offset: Int) -> RequestClaims { with(name, "\(Scene.now.seconds + offset)") }

    func without(_ name: String) -> RequestClaims {
        var copy = self
        copy.members.removeAll { $0.name == name }
        return copy
    }

    /// The JSON text.
    var text: String { "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}" }
}
