internal import LDAPClient
internal import Requests
internal import Secrets

extension Work {
    /// Whether the new password begins with the name of a storage scheme, as `{SSHA}` does.
    var namesStorageScheme: Bool {
        switch self {
        case .reset(let reset): reset.new.namesStorageScheme
        case .change(let change): change.new.namesStorageScheme
        default: false
        }
    }

    /// The same of the current password.
    var namesStoredPassword: Bool {
        switch self {
        case .change(let change): change.current.namesStorageScheme
        default: false
        }
    }
}

extension Secret {
    /// The schemes of 389 Directory Server's plug-ins (cn=Password Storage Schemes,cn=plugins,cn=config).
    private static let storageSchemes = [
        "AES", "CLEAR", "CRYPT", "CRYPT-MD5", "CRYPT-SHA256", "CRYPT-SHA512", "DES", "GOST_YESCRYPT", "MD5",
        "NS-MTA-MD5",
        "PBKDF2", "PBKDF2-SHA1", "PBKDF2-SHA256", "PBKDF2-SHA512", "PBKDF2_SHA256", "SHA", "SHA256", "SHA384", "SHA512",
        "SMD5", "SSHA", "SSHA256", "SSHA384", "SSHA512",
    ]

    fileprivate var namesStorageScheme: Bool {
        withUnsafeBytes { bytes in
            Self.storageSchemes.contains { scheme in
                let prefix = "{\(scheme)}".utf8
                return bytes.count >= prefix.count
                    && zip(bytes, prefix).allSatisfy { Self.uppercased($0) == Self.uppercased($1) }
            }
        }
    }

    private static func uppercased(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte }

    /// The same bytes as the value of a change.
    func modificationValue() throws(LDAPError) -> ModificationValue {
        do throws(SecretError) {
            return .secret(SharedSecret(try duplicate()))
        } catch {
            throw .secureMemory(error)
        }
    }
}
