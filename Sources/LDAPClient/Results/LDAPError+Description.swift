internal import Secrets

extension LDAPError: CustomStringConvertible {
    /// One line, safe to log.
    public var description: String {
        switch self {
        case .unreachable(let reason): "the directory server cannot be reached: \(reason)"
        case .tls(let failure): failure.description
        case .cleartextRefused(let address):
            "refusing to send passwords in clear to \(address): use ldaps://, StartTLS or GSSAPI"
        case .authentication(let failure): failure.description
        case .result(let result): result.description
        case .deadlineExceeded(let sent): "the deadline passed \(Self.phase(sent))"
        case .connectionLost(let sent): "the connection to the directory server was lost \(Self.phase(sent))"
        case .cancelled(let sent): "cancelled \(Self.phase(sent))"
        case .poolExhausted:
            "all connections to the directory are in use: the queue is full, or none became free in time"
        case .avoided(let address, let reason): "the directory server \(address) is not used: \(reason)"
        case .poolClosed: "the connections to the directory are closed"
        case .invalid(let reason): reason
        case .secureMemory(let error): error.description
        case .local(let reason): reason
        }
    }

    private static func phase(_ sent: Bool) -> String {
        sent ? "after the request was sent" : "before the request was sent"
    }
}

extension LDAPError {
    /// Whether the request may have reached the server, so that it is unknown whether it was carried out.
    public var mayHaveBeenSent: Bool {
        switch self {
        case .deadlineExceeded(let sent), .connectionLost(let sent), .cancelled(let sent): sent
        case .unreachable, .tls, .cleartextRefused, .authentication, .result, .poolExhausted, .avoided, .poolClosed,
            .invalid,
            .secureMemory, .local:
            false
        }
    }
}
