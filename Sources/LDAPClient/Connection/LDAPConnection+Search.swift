extension LDAPConnection {
    /// Searches for entries.
    ///
    /// - Parameters:
    ///   - base: Where to begin.
    ///   - scope: How far below the base to look.
    ///   - filter: Which entries to return.
    ///   - attributes: Which attributes to return; none means all user attributes, `+` all operational ones, `1.1` none.
    ///   - sizeLimit: The most entries to return, 1 or more; see ``SearchResult/isTruncated``.
    ///   - controls: Controls to send along.
    ///   - deadline: When to give up.
    /// - Throws: ``LDAPError/result(_:)`` for every answer but success and sizeLimitExceeded; noSuchObject (32) when the
    ///   base does not exist or may not be seen.
    public func search(
        base: DistinguishedName,
        scope: SearchScope,
        filter: Filter = .any,
        attributes: [String] = [],
        sizeLimit: Int = 1000,
        controls: [Control] = [],
        deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> SearchResult {
        guard let limit = Int32(exactly: sizeLimit), limit > 0 else { throw .invalid("a size limit is 1 or more") }
        let request = SearchRequest(
            base: base, scope: scope, filter: filter, attributes: attributes, sizeLimit: limit, controls: controls)
        let found = try await perform(by: deadline) { (handle) throws(LDAPError) in try handle.search(request) }
        guard found.result.code == .success || found.isTruncated else { throw .result(found.result) }
        return found
    }

    /// Reads one entry, or answers nil when it does not exist or may not be seen.
    public func entry(
        _ dn: DistinguishedName, attributes: [String] = [], deadline: ContinuousClock.Instant
    ) async throws(LDAPError) -> Entry? {
        do throws(LDAPError) {
            return try await search(base: dn, scope: .base, attributes: attributes, sizeLimit: 1, deadline: deadline)
                .entries.first
        } catch .result(let result) where result.code == .noSuchObject {
            return nil
        }
    }
}
