internal import JSON
internal import Requests

/// What a path leads to. Which methods it takes is said by ``Responder``.
enum Route: Equatable {
    case requests
    case request(id: String, issuer: String?)
    case keys
    case health
    case policy
    case check
    case rotateBind

    /// Finds the route of a request's target (RFC 9112 section 3.2.1).
    ///
    /// - Throws: ``Requests/Refusal/noSuchPath``; ``Requests/Refusal/malformed(_:)`` for a `jti` or `iss` that is none.
    init(_ target: String) throws(Refusal) {
        switch target {
        case "/v1/requests": self = .requests
        case "/v1/keys": self = .keys
        case "/v1/health": self = .health
        case "/v1/policy": self = .policy
        case "/v1/check": self = .check
        case "/v1/rotate-bind": self = .rotateBind
        default: self = try Self.request(target)
        }
    }

    private static func request(_ target: String) throws(Refusal) -> Route {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].hasPrefix("/v1/requests/") else { throw .noSuchPath }
        let id = try text(parts[0].dropFirst("/v1/requests/".count), RequestLimits.identifierCharacters, .id)
        guard parts.count == 2 else { return .request(id: id, issuer: nil) }
        guard parts[1].hasPrefix("iss=") else { throw .noSuchPath }
        let issuer = try text(parts[1].dropFirst("iss=".count), RequestLimits.issuerCharacters, .issuer)
        return .request(id: id, issuer: issuer)
    }

    /// A part of the target without its percent-encoding (RFC 3986 section 2.1).
    private static func text(_ part: Substring, _ limit: Int, _ member: RequestMember) throws(Refusal) -> String {
        func fault(_ problem: Problem) -> Refusal { .malformed(.init(field: member.rawValue, problem: problem)) }
        var bytes: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(Substring(rest.prefix(2)))
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let decoded = UInt8(digits, radix: 16) else {
                throw fault(.forbiddenCharacter("two hexadecimal digits must follow a %"))
            }
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        }
        guard !bytes.isEmpty else { throw fault(.empty) }
        guard bytes.count <= limit else { throw fault(.tooLong(limit: limit)) }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            throw fault(.forbiddenCharacter("only visible ASCII without spaces"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
