public import AccountPolicy
internal import LDAPClient
public import Requests

/// Finding an account, with its state and the policy that applies to it.
extension DirectorySession {
    /// Finds the one account that `reference` means, and its state.
    ///
    /// - Throws: ``Requests/Refusal/accountNotFound``, ``Requests/Refusal/accountAmbiguous``, or why the directory
    ///   could not be asked.
    public func find(_ reference: AccountReference) async throws(Refusal) -> AccountFacts {
        let entry = try await entry(of: reference)
        guard let anchor = dialect.anchor(of: entry) else { throw .noPermission(.readAccount, object: entry.dn.text) }
        let identity = AccountIdentity(
            directory: directory.settings.name, server: lease.connection.address.description,
            distinguishedName: entry.dn.text, anchor: anchor)
        return try await dialect.facts(of: entry, identity, in: self)
    }

    /// Which of the rights that the operations need the agent has on an account.
    public func rights(on facts: AccountFacts) async throws(Refusal) -> [RightFinding] {
        try await dialect.rights(on: facts, in: self)
    }

    /// The one entry that a reference means: where anchors are names by its name, everywhere else by a search.
    private func entry(of reference: AccountReference) async throws(Refusal) -> Entry {
        guard case .id(let id) = reference, let name = dialect.name(ofAnchor: id) else {
            return try await oneEntry(matching: try filter(for: reference), below: directory.settings.base, .subtree)
        }
        // Whatever lies elsewhere does not exist for the agent.
        guard name.isEqualOrBelow(directory.settings.base) else { throw .accountNotFound }
        return try await oneEntry(matching: try filter(for: nil), below: name, .base)
    }

    /// The one entry that matches, or the refusal that says why there is not one.
    ///
    /// Two are asked for at most: a second is all it takes to know that the name is ambiguous. A server that cuts the
    /// answer off earlier does not prove that there is only one.
    private func oneEntry(
        matching filter: Filter, below base: DistinguishedName, _ scope: SearchScope
    ) async throws(Refusal) -> Entry {
        let found: SearchResult
        do {
            found = try await lease.connection.search(
                base: base, scope: scope, filter: filter, attributes: dialect.factAttributes, sizeLimit: 2,
                controls: dialect.factControls, deadline: exchangeDeadline)
        } catch .result(let result) where result.code == .noSuchObject && scope == .base {
            throw .accountNotFound
        } catch .result(let result) {
            throw Refusal(result, during: .search)
        } catch {
            throw Refusal(beforeSending: error)
        }
        guard found.entries.count <= 1, !found.isTruncated else { throw .accountAmbiguous }
        guard let entry = found.entries.first else { throw .accountNotFound }
        return entry
    }

    private func filter(for reference: AccountReference?) throws(Refusal) -> Filter {
        do {
            return try accountFilter(reference)
        } catch .invalid(_) where reference?.isAnchor == true {
            // No account of this kind of directory has such an anchor.
            throw .accountNotFound
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    /// The accounts that a reference means, by anchor or by any of the name attributes; all of them for nil.
    private func accountFilter(_ reference: AccountReference?) throws(LDAPError) -> Filter {
        var parts = try dialect.accountFilters
        if let accountClass = directory.settings.accountClass {
            parts.append(try .equal("objectClass", accountClass))
        }
        switch reference {
        case nil: if parts.isEmpty { parts.append(.any) }
        case .id(let id): parts.append(try dialect.anchorFilter(id))
        case .name(let name):
            var names: [Filter] = []
            for attribute in directory.settings.accountAttributes ?? dialect.accountAttributes {
                names.append(try .equal(attribute, name))
            }
            parts.append(names.count == 1 ? names[0] : .or(names))
        }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    /// Reads one entry on the session's connection; nil when there is none, or none that may be read, or only elsewhere.
    func entry(_ name: DistinguishedName, attributes: [String]) async throws(Refusal) -> Entry? {
        do {
            return try await lease.connection.entry(name, attributes: attributes, deadline: exchangeDeadline)
        } catch .result(let result) where result.code == .referral {
            return nil
        } catch {
            throw Refusal(beforeSending: error)
        }
    }
}

extension AccountReference {
    fileprivate var isAnchor: Bool { if case .id = self { true } else { false } }
}
