internal import ArgumentParser
internal import FoundationEssentials
internal import Requests
internal import Secrets

/// `writebackctl request`: one request to the agent, as one of its callers.
struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Send the agent one request, signed or as a caller that it trusts by its user or group.",
        discussion: """
            Passwords are asked for on the terminal, or read from a file descriptor up to the first newline. When both \
            come from the same descriptor, the current one is its first line.

            Exit status: 0 applied or answered; 1 refused; 2 the agent could not be asked; 3 not applied, may be \
            retried; 4 unknown.
            """)

    @Argument(help: "What is asked for.")
    var operation: Operation

    @Argument(help: "The account's name, or with --id its immutable id.")
    var account: String

    @Flag(name: .customLong("id"), help: "ACCOUNT is the immutable id, such as an entryUUID.")
    var isID = false

    @Option(help: ArgumentHelp("The configured directory; needed where several know the account.", valueName: "name"))
    var directory: String?

    @Flag(name: .customLong("no-unlock"), help: "reset: do not clear a lockout.")
    var noUnlock = false

    @Flag(inversion: .prefixedNo, help: "reset: ask for a new password at the next sign-in.")
    var mustChange: Bool?

    @Option(help: ArgumentHelp("reset: the administrator who acts for the user (act.sub).", valueName: "name"))
    var admin: String?

    @Option(help: ArgumentHelp("Where the user came from, for the record.", valueName: "text"))
    var client: String?

    @Option(
        name: .customLong("method"),
        help: ArgumentHelp("How the user was verified; may be repeated.", valueName: "amr"))
    var methods: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The request's identifier (default: a random UUID).", valueName: "id"))
    var requestID: String?

    @Option(help: ArgumentHelp("reset, change: read the new password from this descriptor.", valueName: "n"))
    var passwordFD: Int32?

    @Option(help: ArgumentHelp("change: read the current password from this descriptor.", valueName: "n"))
    var currentPasswordFD: Int32?

    @Flag(name: .customLong("json"), help: "Print the agent's reply as it came.")
    var isRaw = false

    @OptionGroup(title: "Signing") var signing: SigningOptions

    @OptionGroup var agent: AgentOptions

    func validate() throws {
        for (option, isGiven, operations) in restrictedOptions where isGiven && !operations.contains(operation) {
            throw ValidationError("\(option) has no meaning for the operation '\(operation.rawValue)'.")
        }
    }

    func run() throws {
        try report().deliver()
    }

    private var restrictedOptions: [(String, Bool, Set<Operation>)] {
        [
            ("--no-unlock", noUnlock, [.reset]), ("--[no-]must-change", mustChange != nil, [.reset]),
            ("--admin", admin != nil, [.reset]), ("--password-fd", passwordFD != nil, [.reset, .change]),
            ("--current-password-fd", currentPasswordFD != nil, [.change]),
        ]
    }

    /// The members that the options give, and no others: what is left out is the agent's to decide.
    var draft: RequestDraft {
        RequestDraft(
            id: requestID ?? UUID().uuidString.lowercased(), operation: operation,
            account: isID ? .id(account) : .name(account), directory: directory, unlock: noUnlock ? false : nil,
            mustChange: mustChange, administrator: admin, client: client, methods: methods)
    }

    private func report() -> Report {
        let draft = draft
        do throws(AskError) {
            // Beside the locked memory: nothing of a process that holds passwords belongs into a dump.
            _ = CoreDumps.deny()
            guard signing.isWanted else {
                return try answered(try agent.socket.post("/v1/requests", try body(of: draft)))
            }
            let token = try token(of: draft)
            guard !signing.isPrinted else { return Report(verbatim: token, exitCode: .success) }
            return try answered(try send(token))
        } catch {
            return Report(failure: error, of: draft)
        }
    }

    private func answered(_ reply: HTTPReply) throws(AskError) -> Report {
        let answer = try Answer(reply)
        return isRaw ? Report(raw: reply, exitCode: answer.exitCode) : Report(answer)
    }

    private func body(of draft: RequestDraft) throws(AskError) -> Secret {
        let passwords = try passwords()
        do throws(SecretError) {
            return try draft.body(with: passwords)
        } catch {
            throw .secureMemory(error)
        }
    }

    private func token(of draft: RequestDraft) throws(AskError) -> String {
        let parties = try signing.parties()
        let key = try SigningKeyFile.read(signing.key ?? "")
        let passwords = try passwords()
        let agentKey = passwords.isEmpty ? nil : try agent.socket.currentKey()
        let now = Timestamp.now
        let token = TokenDraft(
            request: draft, issuer: parties.issuer, audience: parties.audience,
            authenticatedAt: signing.authTime.map(Timestamp.init) ?? now, signedAt: now)
        return try token.token(passwords, sealedTo: agentKey, signedBy: key)
    }

    private func send(_ token: String) throws(AskError) -> HTTPReply {
        let body: Secret
        do throws(SecretError) {
            body = try Secret(utf8: token)
        } catch {
            throw .secureMemory(error)
        }
        return try agent.socket.post("/v1/requests", body, contentType: "application/jwt")
    }

    private func passwords() throws(AskError) -> [PasswordMember] {
        let sources = PasswordSources(
            current: PasswordSource(descriptor: currentPasswordFD), new: PasswordSource(descriptor: passwordFD))
        do throws(PasswordError) {
            return try sources.read(for: operation)
        } catch {
            throw .password(error)
        }
    }
}
