public import JOSE

/// The public keys of one caller, as they lie in its files.
public struct CallerKeys: Sendable {
    /// The NAME of the caller.
    public let caller: String
    /// All of its keys; none for a caller that does not sign.
    public let keys: [VerificationKey]

    /// Reads the key files of all callers.
    ///
    /// - Returns: The keys of each caller, in the order given.
    /// - Throws: ``ConfigurationError`` with every file that cannot be read or holds something else than public keys, and
    ///   every key id that occurs twice: a token names its key by nothing else.
    public static func read(_ callers: [CallerSettings]) throws(ConfigurationError) -> [CallerKeys] {
        var findings: [Finding] = []
        var owners: [String: String] = [:]
        let keys = callers.map { caller in
            CallerKeys(caller: caller.name, keys: caller.readKeys(&owners, &findings))
        }
        guard findings.isEmpty else { throw ConfigurationError(findings) }
        return keys
    }
}

extension CallerSettings {
    /// - Parameter owners: The key path of the file in which each key id was first seen.
    fileprivate func readKeys(_ owners: inout [String: String], _ findings: inout [Finding]) -> [VerificationKey] {
        var keys: [VerificationKey] = []
        for (index, path) in (signature?.keyFiles ?? []).enumerated() {
            let keyPath = "callers.\(name).keys[\(index)]"
            do throws(Complaint) {
                for key in try Self.keys(at: path) {
                    let owner = owners.updateValue(keyPath, forKey: key.id)
                    guard owner == nil else { throw Complaint("has the key id '\(key.id)', as \(owner ?? "") has") }
                    keys.append(key)
                }
            } catch {
                findings.append(Finding(keyPath: keyPath, message: error.message))
            }
        }
        return keys
    }

    private static func keys(at path: String) throws(Complaint) -> [VerificationKey] {
        let bytes = try ConfigurationFile.read(path, atMost: VerificationKeys.sizeLimit + 1)
        do {
            return try bytes.withUnsafeBytes { try VerificationKeys.read($0) }
        } catch {
            throw Complaint("cannot be used: \(error)")
        }
    }
}
