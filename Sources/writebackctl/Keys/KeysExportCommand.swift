internal import AgentKeys
internal import ArgumentParser
internal import JOSE
internal import JSON

/// `writebackctl keys export`: the public keys, for callers who do not ask the agent for them.
struct KeysExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the public keys: the JWK set of the current and the next one, or one key.")

    @OptionGroup var options: KeyOptions

    // One name in 64 begins with a hyphen (RFC 7638 thumbprints are base64url).
    @Option(parsing: .unconditional, help: ArgumentHelp("Only the key of this name.", valueName: "kid"))
    var kid: String?

    @Flag(help: "One key as a SubjectPublicKeyInfo in PEM; the current one unless --kid is given.")
    var pem = false

    func run() throws {
        try Report(keys: { () throws(KeysFault) in try report() }).deliver()
    }

    func report() throws(KeysFault) -> Report {
        let keys = try options.location().read()
        guard kid != nil || pem else { return Report(verbatim: KeyRing(keys).publicSet.text, exitCode: .success) }
        let key = try chosen(among: keys)
        guard pem else { return Report(verbatim: key.publicJWK.text, exitCode: .success) }
        do throws(SealFault) {
            let text = try key.pair.encryptionKey.pem()
            return Report(verbatim: String(text.dropLast()), exitCode: .success)
        } catch {
            throw .sealing(error)
        }
    }

    private func chosen(among keys: KeySet) throws(KeysFault) -> AgentKey {
        guard let kid else { return keys.current }
        guard let key = keys.all.first(where: { $0.pair.id == kid }) else { throw .unknown(kid: kid) }
        return key
    }
}
