internal import CLDAP

extension LDAPHandle {
    /// Sends a search and collects what comes back.
    func search(_ request: SearchRequest) throws(LDAPError) -> SearchResult {
        let id = try send(request)
        var entries: [Entry] = []
        var references: [String] = []
        while true {
            let message = try nextMessage(id)
            switch message.tag {
            case ResponseMessage.searchEntry: entries.append(try entry(message))
            case ResponseMessage.searchReference: references += try self.references(message)
            case ResponseMessage.searchDone:
                return SearchResult(entries: entries, references: references, result: try result(of: message))
            default: throw .connectionLost(sent: true)
            }
            // A server that keeps sending past the limit must not fill our memory.
            guard entries.count <= request.sizeLimit else { throw .connectionLost(sent: true) }
        }
    }

    private func send(_ request: SearchRequest) throws(LDAPError) -> Int32 {
        var id: Int32 = 0
        let code = try ControlList.with(request.controls) { (controls) throws(LDAPError) in
            try CStrings.with(request.attributes) { attributes in
                ldap_search_ext(
                    session, request.base.text, request.scope.rawValue, request.filter.text,
                    request.attributes.isEmpty ? nil : attributes, 0, controls, nil, nil, request.sizeLimit, &id)
            }
        }
        try checkSent(code)
        return id
    }

    private func entry(_ message: borrowing ResponseMessage) throws(LDAPError) -> Entry {
        var cursor: OpaquePointer?
        var name = berval()
        guard ldap_get_dn_ber(session, message.pointer, &cursor, &name) == LDAP_SUCCESS, let cursor else {
            throw .connectionLost(sent: true)
        }
        defer { ber_free(cursor, 0) }
        guard let dn = try? DistinguishedName(String(decoding: name.bytes, as: UTF8.self)) else {
            throw .connectionLost(sent: true)
        }
        return Entry(dn: dn, attributes: try attributes(message, cursor))
    }

    private func attributes(
        _ message: borrowing ResponseMessage, _ cursor: OpaquePointer
    ) throws(LDAPError) -> [(name: String, values: [[UInt8]])] {
        var found: [(name: String, values: [[UInt8]])] = []
        while true {
            var name = berval()
            var values: UnsafeMutablePointer<berval>?
            let code = ldap_get_attribute_ber(session, message.pointer, cursor, &name, &values)
            defer { ber_memfree(values) }
            guard code == LDAP_SUCCESS else { throw .connectionLost(sent: true) }
            guard name.bv_val != nil else { return found }
            found.append((name: String(decoding: name.bytes, as: UTF8.self), values: Self.copied(values)))
        }
    }

    private static func copied(_ values: UnsafeMutablePointer<berval>?) -> [[UInt8]] {
        var copies: [[UInt8]] = []
        while let value = values?[copies.count], value.bv_val != nil { copies.append(Array(bytes: value)) }
        return copies
    }

    private func references(_ message: borrowing ResponseMessage) throws(LDAPError) -> [String] {
        var urls: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        guard ldap_parse_reference(session, message.pointer, &urls, nil, 0) == LDAP_SUCCESS else {
            throw .connectionLost(sent: true)
        }
        defer { ldap_memvfree(UnsafeMutableRawPointer(urls)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)) }
        return CStrings.texts(urls)
    }
}
