/// Why a JSON text was not read.
public enum JSONError: Error, Sendable, Equatable {
    /// The text, or a member of it, is not as it must be.
    case malformed(Malformation)
    /// There is no locked memory left for one of its strings.
    case secureMemory
}
