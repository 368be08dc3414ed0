internal import LDAPClient
internal import Requests

extension DirectorySession {
    /// The one entry below the base that matches, or the refusal that says why there is not one.
    ///
    /// Two are asked for at most: a second is all it takes to know that the name is ambiguous. A server that cuts the
    /// answer off earlier does not prove that there is only one.
    func oneEntry(matching filter: Filter, attributes: [String]) async throws(Refusal) -> Entry {
        let found: SearchResult
        do {
            found = try await lease.connection.search(
                base: directory.settings.base, scope: .subtree, filter: filter, attributes: attributes, sizeLimit: 2,
                deadline: exchangeDeadline)
        } catch .result(let result) {
            throw Refusal(result, during: .search)
        } catch {
            throw Refusal(beforeSending: error)
        }
        guard found.entries.count <= 1, !found.isTruncated else { throw .accountAmbiguous }
        guard let entry = found.entries.first else { throw .accountNotFound }
        return entry
    }

    /// The accounts that a reference means: by anchor, or by any of the configured name attributes.
    func accountFilter(_ reference: AccountReference, anchor: String) throws(LDAPError) -> Filter {
        var parts: [Filter] = []
        if let accountClass = directory.settings.accountClass {
            parts.append(try .equal("objectClass", accountClass))
        }
        switch reference {
        case .id(let id): parts.append(try .equal(anchor, id))
        case .name(let name):
            var names: [Filter] = []
            for attribute in directory.settings.accountAttributes { names.append(try .equal(attribute, name)) }
            parts.append(names.count == 1 ? names[0] : .or(names))
        }
        return parts.count == 1 ? parts[0] : .and(parts)
    }
}
