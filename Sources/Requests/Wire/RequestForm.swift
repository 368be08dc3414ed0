/// In which of its two forms a request was sent.
public enum RequestForm: Sendable, Equatable {
    /// JSON with its passwords in clear, from a caller that is trusted by its peer credentials (`application/json`).
    case plain
    /// A compact JWS with sealed passwords, from a caller that signs (`application/jwt`, RFC 7519 section 10.3.1).
    case signed
}
