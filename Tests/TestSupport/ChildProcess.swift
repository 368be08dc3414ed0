public import Glibc
internal import Synchronization

/// A program that runs beside the test until it is told to end.
public final class ChildProcess: Sendable {
    /// Its process identifier.
    public let pid: Int32
    private let status = Mutex<Int32?>(nil)

    /// Starts it; what it prints goes to the file at `output`.
    public init(_ path: String, _ arguments: [String], environment: [String]? = nil, output: String) throws {
        let file = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        pid = try Command.spawn(path, arguments, environment: environment, streams: [nothing, file, file])
    }

    /// Whether it has not ended yet.
    public var isRunning: Bool { reap(WNOHANG) == nil }

    /// Sends a signal and waits for its end; answers its wait status (wait(2)).
    @discardableResult
    public func end(with signal: Int32 = SIGTERM) -> Int32 {
        if isRunning { kill(pid, signal) }
        return reap(0) ?? -1
    }

    private func reap(_ options: Int32) -> Int32? {
        status.withLock { known in
            guard known == nil else { return known }
            var status: Int32 = 0
            guard waitpid(pid, &status, options) == pid else { return nil }
            known = status
            return status
        }
    }
}
