internal import Secrets

/// Where one password comes from.
enum PasswordSource: Equatable {
    /// The terminal, without an echo.
    case terminal
    /// An open file descriptor, up to the first newline.
    case descriptor(Int32)

    /// The descriptor if there is one, or the terminal.
    init(descriptor: Int32?) {
        self = descriptor.map { .descriptor($0) } ?? .terminal
    }

    /// Takes in one password.
    func password(_ prompt: String) throws(PasswordError) -> Secret {
        switch self {
        case .terminal: try Terminal().ask(prompt)
        case .descriptor(let descriptor): try SecretLine.read(from: descriptor)
        }
    }

    /// Takes in a password that nobody knows yet, and so twice where it is typed unseen.
    func newPassword() throws(PasswordError) -> Secret {
        let first = try password("New password: ")
        guard self == .terminal else { return first }
        guard try password("New password again: ").matches(first) else { throw .mismatch }
        return first
    }
}
