extension TextRule<String> {
    /// The agent's own name.
    static var agentName: Self {
        Self("1 to 64 of letters, digits, '.' and '-'") { text in
            (AllowedBytes.letters + .digits + AllowedBytes(".-")).make(up: text, count: 1...64)
        }
    }

    /// A short text for people.
    static var contact: Self {
        Self("at most 300 characters on one line") { $0.count <= 300 && !holdsControlCharacters($0) }
    }

    /// A user or group by name or number (passwd(5), group(5)).
    static var peer: Self {
        Self("the name or the number of a user or group, such as \"www-data\" or \"33\"") { text in
            if AllowedBytes.digits.make(up: text, count: 1...64) { return NumericID.parse(text) != nil }
            let isTrimmed = text.first?.isWhitespace == false && text.last?.isWhitespace == false
            return isTrimmed && text.utf8.count <= 256 && !text.contains(where: { ":,/".contains($0) })
                && !holdsControlCharacters(text)
        }
    }

    /// Who issues signed requests: the claim `iss` (RFC 7519 section 4.1.1).
    static var issuer: Self {
        Self("1 to 256 visible ASCII characters, without spaces") { AllowedBytes.visible.make(up: $0, count: 1...256) }
    }

    /// The name of a systemd credential (systemd.exec(5), "Credentials").
    static var credentialName: Self {
        Self("the name of a systemd credential: 1 to 255 of letters, digits, '.', '_' and '-'") { text in
            (AllowedBytes.letters + .digits + AllowedBytes("._-")).make(up: text, count: 1...255)
                && text != "." && text != ".."
        }
    }

    /// A Kerberos principal (RFC 1964 section 2.1.1), with or without its realm.
    static var principal: Self {
        Self("a Kerberos principal such as \"writeback@EXAMPLE.ORG\": 1 to 256 visible ASCII characters") {
            AllowedBytes.visible.make(up: $0, count: 1...256)
        }
    }

    /// A DNS domain that has `_ldap._tcp` records.
    static var domain: Self {
        Self("a DNS domain such as \"example.org\"") { text in
            (AllowedBytes.letters + .digits + AllowedBytes("-.")).make(up: text, count: 1...240)
                && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                    (1...63).contains($0.count)
                }
        }
    }

    /// A SASL user name (RFC 4013).
    static var userName: Self {
        Self("a user name of 1 to 256 bytes on one line") { text in
            (1...256).contains(text.utf8.count) && !holdsControlCharacters(text)
        }
    }

    private static func holdsControlCharacters(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
