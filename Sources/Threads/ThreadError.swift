internal import Glibc

/// Why no thread could be started: the system has no more of them to give, or no memory for one.
public struct ThreadError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What pthread_create(3) returned, an errno.
    public let code: Int32

    /// One line, safe to log.
    public var description: String { "no thread could be started: \(String(cString: strerror(code)))" }
}
