internal import Glibc
internal import Requests
internal import Secrets

/// Why a password was not taken in; no case says anything about it.
enum PasswordError: Error, Equatable {
    case noTerminal(code: Int32)
    case unreadable(descriptor: Int32, code: Int32)
    case interrupted
    case empty
    case tooLong
    case mismatch
    case secureMemory(SecretError)
}

extension PasswordError: CustomStringConvertible {
    var description: String {
        switch self {
        case .noTerminal(let code):
            "there is no terminal to ask for a password (\(String(cString: strerror(code)))); use --password-fd "
                + "(and --current-password-fd)"
        case .unreadable(let descriptor, let code):
            "reading a password from descriptor \(descriptor) failed: \(String(cString: strerror(code)))"
        case .interrupted: "interrupted while reading a password"
        case .empty: "the password is empty"
        case .tooLong: "the password is longer than \(RequestLimits.passwordCharacters) characters"
        case .mismatch: "the two new passwords are not the same"
        case .secureMemory(let error): "\(error)"
        }
    }
}
