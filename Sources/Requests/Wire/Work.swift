internal import Secrets

/// What is to be done, with exactly the secrets that it needs.
public enum Work: ~Copyable, Sendable {
    /// Write a new password.
    case reset(Reset)
    /// Clear a lockout.
    case unlock
    /// Replace a password by one who knows it.
    case change(Change)
    /// Write nothing, only tell.
    case status

    /// Whether `text` repeats one of the passwords, in any ASCII case.
    public func isRepeated(in text: String) -> Bool {
        switch self {
        case .reset(let reset): reset.new.isContained(in: text)
        case .change(let change): change.current.isContained(in: text) || change.new.isContained(in: text)
        default: false
        }
    }

    /// What is asked for beside the passwords.
    var wishes: String {
        switch self {
        case .reset(let reset): "unlock=\(reset.unlock) must_change=\(reset.mustChange)"
        default: ""
        }
    }
}
