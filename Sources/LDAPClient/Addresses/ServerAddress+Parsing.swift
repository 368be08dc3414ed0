extension ServerAddress {
    /// Takes `ldap://host[:port]`, `ldaps://host[:port]` or `ldapi://` with the percent-encoded path of a socket.
    ///
    /// A single `/` may follow; anything that names an entry may not.
    ///
    /// - Throws: ``LDAPError/invalid(_:)`` with what is wrong.
    public init(_ url: String) throws(LDAPError) {
        guard let (scheme, authority) = Self.split(url) else {
            throw .invalid("'\(Self.shown(url))' does not begin with ldap://, ldaps:// or ldapi://")
        }
        switch scheme {
        case .ldapi: self.init(scheme: .ldapi, path: try Self.socketPath(authority))
        case .ldap: try self.init(scheme: .ldap, authority: authority, defaultPort: 389)
        case .ldaps: try self.init(scheme: .ldaps, authority: authority, defaultPort: 636)
        }
    }

    private init(scheme: Scheme, authority: Substring, defaultPort: UInt16) throws(LDAPError) {
        let (host, portText) = try Self.hostAndPort(authority)
        guard let portText else {
            self.init(scheme: scheme, host: host, port: defaultPort)
            return
        }
        guard let port = UInt16(portText), port > 0, portText.allSatisfy(\.isNumber) else {
            throw .invalid("the port in '\(Self.shown(authority))' is not a number from 1 to 65535")
        }
        self.init(scheme: scheme, host: host, port: port)
    }

    private static func split(_ url: String) -> (Scheme, Substring)? {
        guard let end = url.firstRange(of: "://"), let scheme = Scheme(rawValue: url[..<end.lowerBound].lowercased())
        else {
            return nil
        }
        let rest = url[end.upperBound...]
        return (scheme, rest.last == "/" ? rest.dropLast() : rest)
    }

    private static func hostAndPort(_ authority: Substring) throws(LDAPError) -> (String, Substring?) {
        if authority.first == "[" { return try bracketed(authority) }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, isHostName(host) else {
            throw .invalid("'\(shown(authority))' is not a host with an optional port; no entry may be named here")
        }
        return (String(host), parts.count > 1 ? parts[1] : nil)
    }

    private static func bracketed(_ authority: Substring) throws(LDAPError) -> (String, Substring?) {
        let parts = authority.dropFirst().split(separator: "]", omittingEmptySubsequences: false)
        guard parts.count == 2, IPAddress(String(parts[0])) != nil, parts[0].contains(":"),
            parts[1].isEmpty || parts[1].first == ":"
        else { throw .invalid("'\(shown(authority))' is not an IPv6 address in brackets with an optional port") }
        return (String(parts[0]), parts[1].isEmpty ? nil : parts[1].dropFirst())
    }

    static func isHostName(_ text: Substring) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                byte < 0x80
                    && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
                        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_"))
            }
    }

    static func shown(_ text: some StringProtocol) -> String {
        String(text.prefix(80).map { $0.isASCII && $0 >= " " ? $0 : "?" })
    }
}
