internal import Synchronization

extension LDAPConnection {
    /// Reads what the server says about itself (RFC 4512 section 5.1).
    ///
    /// - Throws: ``LDAPError``; a server that has no root DSE to show is no error, and its answer is empty.
    public func readRootDSE(deadline: ContinuousClock.Instant) async throws(LDAPError) -> RootDSE {
        let found = try await entry(.root, attributes: RootDSE.attributeNames, deadline: deadline)
        return RootDSE(entry: found ?? Entry(dn: .root, attributes: []))
    }

    /// Reads it to keep with the connection: ``rootDSE`` stays nil when the server refuses to show it.
    ///
    /// - Throws: ``LDAPError/result(_:)`` with busy or unavailable only, and what else ends a connection.
    func learnRootDSE(deadline: ContinuousClock.Instant) async throws(LDAPError) {
        do throws(LDAPError) {
            let read = try await readRootDSE(deadline: deadline)
            learnt.withLock { $0 = read }
        } catch .result(let result) where result.code != .busy && result.code != .unavailable {
            return
        }
    }
}
