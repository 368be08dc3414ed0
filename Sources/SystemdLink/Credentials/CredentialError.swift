internal import Glibc
public import Secrets

/// Why a credential could not be read; each case names it, none says anything about its content.
public enum CredentialError: Error, Equatable, CustomStringConvertible {
    /// systemd passed no credentials at all: the unit has neither `LoadCredential=` nor `SetCredential=`.
    case nonePassed(name: String)
    /// The name is no name of a credential: 1 to 255 of letters, digits, `.`, `-` and `_`, not only dots.
    case invalidName(String)
    /// No credential of that name was passed.
    case missing(name: String)
    /// The file has no bytes, or only a newline. An empty bind password would be an anonymous bind (RFC 4513 section 5.1.2).
    case empty(name: String)
    /// The file is larger than ``CredentialStore/maximumSize``.
    case tooLarge(name: String)
    /// The file could not be read; `code` is the `errno`.
    case unreadable(name: String, code: Int32)
    /// There was no locked memory for it.
    case secureMemory(name: String, SecretError)

    /// Says what to correct; safe to log.
    public var description: String {
        switch self {
        case .nonePassed(let name): "credential \(name): none were passed; add LoadCredential=\(name):FILE to the unit"
        case .invalidName(let name): "credential \(name): not a name of letters, digits, '.', '-' and '_'"
        case .missing(let name): "credential \(name): not passed; add LoadCredential=\(name):FILE to the unit"
        case .empty(let name): "credential \(name): empty"
        case .tooLarge(let name): "credential \(name): larger than \(CredentialStore.maximumSize) bytes"
        case .unreadable(let name, let code): "credential \(name): \(String(cString: strerror(code)))"
        case .secureMemory(let name, let error): "credential \(name): \(error)"
        }
    }
}
