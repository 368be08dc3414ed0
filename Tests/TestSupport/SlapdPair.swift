public import LDAPClient

/// Two throw-away slapds, each with the changes of the other (multi-provider); they live as long as this object.
public final class SlapdPair: Sendable {
    /// The one with the server id 1.
    public let first: Slapd
    /// The one with the server id 2; it has the same accounts, passwords and certificates.
    public let second: Slapd

    /// Starts both and waits until the second has everything.
    ///
    /// - Parameter people: How many numbered people to add: `uid=u00001` and so on.
    public init(people: Int = 0) async throws {
        (first, second) = try await Slapd.pair(people: people)
    }

    /// Settings for ldap:// without TLS, the first server's before the second's.
    public var plain: [ConnectionSettings] {
        get throws { [try first.plain, try second.plain] }
    }

    /// Waits until both know of the same changes, as their contextCSN tell.
    ///
    /// - Throws: ``TestFailure`` when they do not within half a minute.
    public func replicated() async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        let connections = [
            try await first.connect(as: first.adminCredentials), try await second.connect(as: second.adminCredentials),
        ]
        var states: [Set<String>] = []
        while states.count < 2 || states[0] != states[1] || states[0].isEmpty {
            guard ContinuousClock.now < deadline else { throw TestFailure("the pair does not agree: \(states)") }
            try await Task.sleep(for: .milliseconds(10))
            states = []
            for connection in connections {
                let base = try await connection.entry(
                    first.baseDN, attributes: ["contextCSN"], deadline: deadline)
                states.append(Set(base?.texts("contextCSN") ?? []))
            }
        }
    }
}
