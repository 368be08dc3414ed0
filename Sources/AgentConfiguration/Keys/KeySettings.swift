/// `[keys]`: the agent's own keys, which callers seal passwords to.
public struct KeySettings: Sendable, Equatable {
    /// Where they are.
    public let source: KeySource
    /// The curve of those that the agent makes; it makes none when they come as a credential.
    public let curve: KeyCurve
    /// How long a key that was rotated out still opens requests.
    public let overlap: Duration

    init(_ table: TableReader) {
        let credential = table.optional("credential", .credentialName)
        overlap = table.duration("overlap", default: .seconds(7 * 86400), in: .seconds(3600)...(.seconds(90 * 86400)))
        if let credential {
            table.reportMeaningless(["file", "curve"], with: "credential")
            source = .credential(credential)
            curve = .p256
        } else {
            source = .file(table.value("file", .path, default: "/var/lib/writebackd/keys.jwks"))
            curve = table.value("curve", .choice, default: .p256)
        }
    }
}
