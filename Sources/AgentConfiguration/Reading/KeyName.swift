/// What keys may look like.
enum KeyName {
    private static let bare = AllowedBytes.letters + .digits + AllowedBytes("_-")

    /// Whether `name` may stand for NAME in `[callers.NAME]` and `[directory.NAME]`: it appears in journal fields and
    /// replies and must need no quoting anywhere.
    static func isTableName(_ name: String) -> Bool {
        (AllowedBytes.lowercase + .digits + AllowedBytes("-")).make(up: name, count: 1...32)
    }

    /// A key as it can stand in a finding: quoted unless bare, without what could upset a terminal, and not endless.
    static func printable(_ key: String) -> String {
        guard !bare.make(up: key, count: 1...64) else { return key }
        return "\"\(key.unicodeScalars.prefix(64).map { $0.escaped(asASCII: true) }.joined())\""
    }
}
