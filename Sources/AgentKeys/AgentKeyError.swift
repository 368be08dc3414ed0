/// Why the agent's keys cannot be used or changed. Each says what to do; none holds anything of a key.
public enum AgentKeyError: Error, Sendable, Equatable {
    /// There is no key file.
    case missing(path: String)
    /// There is a key file already, which is never replaced by new keys.
    case exists(path: String)
    /// The path is a symbolic link, or no regular file.
    case notRegular(path: String)
    /// Others than its owner may read or write it; the permission bits (chmod(2)).
    case exposed(path: String, mode: UInt32)
    /// It belongs to somebody else than this process, root or the owner of its folder.
    case foreignOwner(path: String, uid: UInt32)
    /// The system refused; what was being done, and the `errno`.
    case system(path: String, doing: String, code: Int32)
    /// The keys are replaced, but the folder could not be written to disk; the `errno`. A power failure may undo it.
    case notDurable(path: String, code: Int32)
    /// The content is no set of agent keys; `source` is the file, or the credential.
    case damaged(source: String, KeySetFault)
    /// As many retired keys as are kept still open messages, the first of them until `end`, in seconds since 1970.
    case tooManyRetired(path: String, end: Int)
    /// A key does not open what is sealed to it.
    case selfTestFailed(id: String)
    /// libcrypto made no key.
    case cryptographyFailed
    /// There is no locked memory left.
    case secureMemory
}
