internal import GRDB
internal import Requests

/// The writes that have no known end.
struct UnsettledTable {
    /// The columns in the order in which ``insert(_:intent:)`` gives and ``UnsettledWrite/init(_:from:)`` takes them.
    static let columns = """
        issuer, id, intent, begun, cause, operation, directory, server, dn, anchor, change_mark, last_change, lock_mark,
        was_locked, failed_attempts, last_failed_attempt, must_change, correlation, uid, gid, pid, caller, names_id,
        account, requested_directory, methods, captcha, client, administrator
        """

    let database: Database

    func insert(_ write: UnsettledWrite, intent: Int) throws {
        let statement = try database.cachedStatement(sql: Self.insertion)
        try statement.execute(arguments: Self.entry(write, intent: intent) + Self.request(write.story))
    }

    private static let insertion = """
        INSERT OR REPLACE INTO unsettled (\(columns))
        VALUES (\(Array(repeating: "?", count: 29).joined(separator: ", ")))
        """

    private static func entry(_ write: UnsettledWrite, intent: Int) -> StatementArguments {
        [
            write.identity.issuer, write.identity.id, intent, write.begun.seconds, write.cause?.rawValue,
            write.operation.rawValue, write.directory, write.server, write.distinguishedName, write.anchor,
            write.changeMark, write.lastChange?.seconds, write.lockMark, write.wasLocked, write.failedAttempts,
            write.lastFailedAttempt?.seconds, write.mustChange,
        ]
    }

    private static func request(_ story: Story) -> StatementArguments {
        let details = story.details
        var namesID = false
        if case .id = details?.account { namesID = true }
        return [
            story.correlation, Int(story.peer.uid), Int(story.peer.gid), Int(story.peer.pid), story.caller, namesID,
            details?.account.text ?? "", details?.directory, details?.methods.joined(separator: "\n") ?? "",
            details?.captcha, details?.client, details?.administrator,
        ]
    }

    func update(_ identity: RequestIdentity, _ cause: Uncertainty) throws {
        let statement = try database.cachedStatement(sql: "UPDATE unsettled SET cause = ? WHERE issuer = ? AND id = ?")
        try statement.execute(arguments: [cause.rawValue, identity.issuer, identity.id])
    }

    func delete(_ identity: RequestIdentity) throws {
        let statement = try database.cachedStatement(sql: "DELETE FROM unsettled WHERE issuer = ? AND id = ?")
        try statement.execute(arguments: [identity.issuer, identity.id])
    }
}
