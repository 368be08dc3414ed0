internal import Glibc
public import Secrets

/// Reads the credentials that systemd passed to the service, straight into locked memory (systemd.exec(5), "Credentials").
///
/// They are read again at each call, but systemd itself passes a new version only when the service restarts.
public struct CredentialStore: Sendable {
    /// The largest credential taken, in bytes: 64 KiB, which leaves most of the secure heap to passwords.
    public static let maximumSize = 64 << 10

    private let directory: String?

    /// Reads from `directory`; from `$CREDENTIALS_DIRECTORY`, where systemd puts them, when it is `nil`.
    public init(directory: String? = nil) {
        self.directory = directory ?? getenv("CREDENTIALS_DIRECTORY").map { String(cString: $0) }
    }

    /// The bytes of the credential called `name`, without the one newline that editors leave at the end of a file.
    ///
    /// - Throws: ``CredentialError``.
    public func read(_ name: String) throws(CredentialError) -> Secret {
        let file = try CredentialFile(path: try path(of: name), name: name)
        return try file.read()
    }

    /// The path of the file with the credential called `name`, for a library that reads it itself.
    ///
    /// - Throws: ``CredentialError`` when none could be there; whether it is there shows when it is read.
    public func path(of name: String) throws(CredentialError) -> String {
        guard Self.isWellFormed(name) else { throw .invalidName(name) }
        guard let directory else { throw .nonePassed(name: name) }
        return "\(directory)/\(name)"
    }

    /// The names are path components too: without a slash, and neither `.` nor `..`.
    private static func isWellFormed(_ name: String) -> Bool {
        let dot = UInt8(ascii: ".")
        return (1...255).contains(name.utf8.count) && name.utf8.allSatisfy(isAllowed)
            && !name.utf8.allSatisfy { $0 == dot }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
