/// `[throttle]`: how often an account's current password may be guessed at through the agent.
public struct ThrottleSettings: Sendable, Equatable {
    /// How many wrong current passwords are let through for one account within ``window``.
    public let wrongCurrentPassword: Int
    /// How long a wrong one counts.
    public let window: Duration

    init(_ table: TableReader) {
        wrongCurrentPassword = table.integer("wrong_current_password", default: 5, in: 1...100)
        window = table.duration("window", default: .seconds(15 * 60), in: .seconds(60)...(.seconds(24 * 3600)))
    }
}
