/// Why a server that works is left alone all the same: it is not one to send changes to.
public enum Avoidance: Sendable, Hashable {
    /// It takes no changes: it answered with a referral, or as the shadow of another server.
    case readOnly(String)
    /// It is not what the configuration says, another product for example.
    case unsuitable(String)
}

extension Avoidance: CustomStringConvertible {
    /// One line, safe to log.
    public var description: String {
        switch self {
        case .readOnly(let reason): "it takes no changes: \(reason)"
        case .unsuitable(let reason): "it is not what is configured: \(reason)"
        }
    }
}
