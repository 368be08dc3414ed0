internal import Requests
internal import SystemdLink

extension JournalEntry {
    /// Adds all that is known of a request: who, what, for whom, where, with which verification, and how long it took.
    ///
    /// - Parameter isTimed: Whether the story's clock is that of the request, and not of one that is taken up again.
    mutating func append(_ story: Story, isTimed: Bool) {
        append("WRITEBACK_CORRELATION_ID", story.correlation)
        append("WRITEBACK_PEER_UID", String(story.peer.uid))
        append("WRITEBACK_PEER_GID", String(story.peer.gid))
        append("WRITEBACK_PEER_PID", String(story.peer.pid))
        append("WRITEBACK_CALLER", story.caller)
        append("WRITEBACK_ISSUER", story.identity?.issuer)
        append(story.details)
        append("WRITEBACK_DIRECTORY", story.directory)
        append(story.account)
        guard isTimed else { return }
        append("WRITEBACK_DURATION_USEC", String(Self.microseconds(story.begun.duration(to: .now))))
    }

    private mutating func append(_ details: RequestDetails?) {
        guard let details else { return }
        append("WRITEBACK_REQUEST_ID", details.id)
        append("WRITEBACK_OPERATION", details.operation.rawValue)
        append("WRITEBACK_ACCOUNT", details.account.text)
        append("WRITEBACK_METHODS", details.methods.isEmpty ? nil : details.methods.joined(separator: " "))
        append("WRITEBACK_CAPTCHA", details.captcha.map(String.init))
        append("WRITEBACK_CLIENT", details.client)
        append("WRITEBACK_ADMINISTRATOR", details.administrator)
    }

    private mutating func append(_ account: AccountIdentity?) {
        guard let account else { return }
        append("WRITEBACK_SERVER", account.server)
        append("WRITEBACK_ACCOUNT_DN", account.distinguishedName)
        append("WRITEBACK_ACCOUNT_ID", account.anchor)
    }

    mutating func append(_ name: JournalFieldName, _ value: String?) {
        guard let value else { return }
        append(name, value)
    }

    private static func microseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    }
}
