internal import AgentConfiguration
internal import ArgumentParser

/// How a request is signed, for a caller that is trusted by its signature.
struct SigningOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Sign as this caller of the configuration (needs --key).", valueName: "caller"))
    var caller: String?

    @Option(help: ArgumentHelp("The private key to sign with: a JWK, or PKCS#8 PEM.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("The token's iss, where no configuration says (needs --key).", valueName: "iss"))
    var issuer: String?

    @Option(help: ArgumentHelp("The token's aud, the agent's name, likewise.", valueName: "aud"))
    var audience: String?

    @Option(help: ArgumentHelp("When the user was verified, in seconds since 1970 (default: now).", valueName: "time"))
    var authTime: Int?

    @Flag(name: .customLong("print"), help: "Print the signed request instead of sending it.")
    var isPrinted = false

    @Option(help: ArgumentHelp("The configuration that --as refers to.", valueName: "file"))
    var config = "/etc/writebackd/writebackd.toml"

    /// Whether the request is to be signed at all.
    var isWanted: Bool { key != nil }

    func validate() throws {
        guard key == nil else {
            guard caller != nil || (issuer != nil && audience != nil) else {
                throw ValidationError("--key needs --as, or --issuer and --audience.")
            }
            return
        }
        guard caller == nil, issuer == nil, audience == nil, authTime == nil, !isPrinted else {
            throw ValidationError("--as, --issuer, --audience, --auth-time and --print need --key.")
        }
    }

    /// The two names that the token carries: who signs, and for which agent.
    func parties() throws(AskError) -> (issuer: String, audience: String) {
        if let issuer, let audience { return (issuer, audience) }
        let settings: Settings
        do {
            settings = try Settings.load(path: config)
        } catch {
            throw .signing(
                "the configuration has errors (writebackctl check-config); or give --issuer and --audience")
        }
        guard let signature = settings.callers.first(where: { $0.name == caller })?.signature else {
            throw .signing("\(config) has no caller '\(caller ?? "")' that is trusted by its signature")
        }
        return (issuer ?? signature.issuer, audience ?? settings.agent.name)
    }
}
