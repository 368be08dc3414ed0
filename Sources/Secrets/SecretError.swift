/// Why a secret could not be taken in. Neither case says anything about the secret itself.
public enum SecretError: Error, Equatable, CustomStringConvertible {
    /// The secure heap could not be set up: usually RLIMIT_MEMLOCK is below the heap's size.
    case heapUnavailable
    /// The secure heap has no room for so many bytes just now.
    case heapFull(bytes: Int)

    /// One line for a person, safe to log.
    public var description: String {
        switch self {
        case .heapUnavailable:
            "no locked memory for secrets: raise LimitMEMLOCK to at least \(SecureHeap.size) bytes"
        case .heapFull(let bytes):
            "the locked memory for secrets has no room for \(bytes) bytes"
        }
    }
}
