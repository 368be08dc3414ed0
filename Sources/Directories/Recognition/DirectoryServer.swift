internal import LDAPClient
public import Requests

/// One server of a directory, and what follows from how it fared.
public struct DirectoryServer: Sendable, Equatable {
    /// What follows for the next connection.
    public enum Status: String, Sendable {
        /// Nobody has connected to it yet.
        case untried
        /// It is used, or would be.
        case up
        /// A connection failed or broke; others are used while one will do.
        case down
        /// It works again, but has not for long enough.
        case returning
        /// It takes no changes.
        case readOnly = "read_only"
        /// It is not what is configured.
        case unsuitable
    }

    /// Its URL.
    public let url: String
    /// What follows for the next connection.
    public let status: Status
    /// Since when.
    public let since: Timestamp
    /// Why it is not up, or what last went wrong with it.
    public let reason: String?
    /// What it said it is, when it was last spoken to.
    public let product: String?

    /// Whether it is left alone while another one will do.
    public var isAvoided: Bool {
        switch status {
        case .untried, .up: false
        case .down, .returning, .readOnly, .unsuitable: true
        }
    }

    /// The same with what an earlier look at it has shown it to be.
    public func with(productOf known: DirectoryServer?) -> DirectoryServer {
        DirectoryServer(url: url, status: status, since: since, reason: reason, product: product ?? known?.product)
    }

    /// A server of which this is known.
    public init(url: String, status: Status, since: Timestamp, reason: String?, product: String?) {
        self.url = url
        self.status = status
        self.since = since
        self.reason = reason
        self.product = product
    }

    init(_ state: ServerState, _ recognised: Recognition?) {
        self.init(
            url: state.address.description, status: Status(state.condition),
            since: .now + -Int(state.since.duration(to: .now).components.seconds), reason: state.reason,
            product: recognised?.product)
    }
}

extension DirectoryServer.Status {
    fileprivate init(_ condition: ServerState.Condition) {
        self =
            switch condition {
            case .untried: .untried
            case .up: .up
            case .down: .down
            case .returning: .returning
            case .readOnly: .readOnly
            case .unsuitable: .unsuitable
            }
    }
}
