public import LDAPClient
internal import Requests
internal import Secrets

/// Who the agent is in one directory, and the passwords that it has given itself there.
public struct BindIdentity: Sendable {
    let configured: Credentials
    let file: BindPasswordFile

    /// An identity whose own passwords are kept in `file`.
    ///
    /// - Parameter configured: By the configuration, with the systemd credential's password.
    public init(configured: Credentials, file: BindPasswordFile) {
        self.configured = configured
        self.file = file
    }

    /// Who connections are to act as, and the same with the password to try where that one's is wrong.
    ///
    /// - Throws: ``BindPasswordError`` when the file cannot be used.
    public func credentials() throws(BindPasswordError) -> (first: Credentials, otherwise: Credentials?) {
        guard configured.password != nil else { return (configured, nil) }
        return credentials(by: try file.read())
    }

    /// Keeps `passwords` on disk.
    func keep(_ passwords: BindPasswords) throws(RotationFailure) {
        do throws(BindPasswordError) {
            try file.write(passwords)
        } catch {
            throw .refused(.auditUnavailable(error.description))
        }
    }

    func credentials(by passwords: BindPasswords) -> (first: Credentials, otherwise: Credentials?) {
        guard let credential = configured.password else { return (configured, nil) }
        let (first, second) = passwords.candidates(credential: credential)
        return (configured.with(first), second.map(configured.with))
    }
}

extension Credentials {
    /// The password that they prove; nil for those that have none.
    var password: SharedSecret? {
        switch self {
        case .simple(_, let password), .scram(_, let password): password
        case .anonymous, .external, .gssapi: nil
        }
    }

    /// The same identity with another password.
    func with(_ password: SharedSecret) -> Credentials {
        switch self {
        case .simple(let name, _): .simple(name, password)
        case .scram(let user, _): .scram(user: user, password: password)
        case .anonymous, .external, .gssapi: self
        }
    }
}
