internal import LDAPClient
internal import Requests

/// What tells who may do what in Active Directory.
extension LDAPConnection {
    /// Who the connection's identity is, with all groups it belongs to ([MS-ADTS] section 3.1.1.3.2, tokenGroups of the
    /// root DSE); empty when the server does not tell.
    func token(deadline: ContinuousClock.Instant) async throws(LDAPError) -> Set<SecurityIdentifier> {
        let attribute = ActiveDirectoryAttribute.Root.token
        let root = try await entry(.root, attributes: [attribute], deadline: deadline)
        return Set((root?[attribute] ?? []).compactMap { SecurityIdentifier(bytes: $0[...]) })
    }

    /// The access list of an entry; nil when it may not be read.
    func accessList(
        of name: DistinguishedName, deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> SecurityDescriptor? {
        let found = try await search(
            base: name, scope: .base, attributes: [ActiveDirectoryAttribute.descriptor], sizeLimit: 1,
            controls: [.accessListOnly], deadline: deadline)
        return found.entries.first?.accessList
    }
}

extension DirectorySession {
    /// Who the agent is to the server.
    var token: Set<SecurityIdentifier> {
        get async throws(Refusal) {
            do {
                return try await lease.connection.token(deadline: exchangeDeadline)
            } catch {
                throw Refusal(beforeSending: error)
            }
        }
    }

    /// The access list of an entry; nil when it may not be read.
    func accessList(of name: DistinguishedName) async throws(Refusal) -> SecurityDescriptor? {
        do {
            return try await lease.connection.accessList(of: name, deadline: exchangeDeadline)
        } catch {
            throw Refusal(beforeSending: error)
        }
    }
}
