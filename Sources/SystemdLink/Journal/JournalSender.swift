internal import CSystemd
internal import Glibc

/// Sends entries to journald and says so when it could not.
///
/// libsystemd's `sd_journal_send` answers success where no journald runs and blocks for ever where it hangs; a record
/// that matters needs to know. What journald drops later, by its rate limit, no sender can see: set
/// `LogRateLimitIntervalSec=0` in the unit.
///
/// Any thread may send at any time. No lock is held: every call is one system call on a datagram socket, so that callers
/// wait for a hung journald side by side, each for one timeout, and not in a queue. The path is looked up for each
/// entry, so a journald that was restarted is simply found again.
public final class JournalSender: Sendable {
    /// Where journald listens (systemd-journald.service(8)).
    public static let standardPath = "/run/systemd/journal/socket"

    /// Where this sender sends to.
    public let path: String
    /// How long one entry may wait for room in journald's queue.
    public let timeout: Duration

    private let address: JournalSocketAddress
    private let socket: Int32

    /// Opens a socket; whether journald listens shows only at the first entry.
    ///
    /// - Parameters:
    ///   - path: At most 107 bytes.
    ///   - timeout: At least a millisecond.
    /// - Throws: ``JournalError/invalidPath(_:)``, ``JournalError/system(call:code:)``.
    public init(
        path: String = JournalSender.standardPath, timeout: Duration = .milliseconds(500)
    ) throws(JournalError) {
        self.path = path
        // The kernel takes zero for "wait for ever".
        self.timeout = max(timeout, .milliseconds(1))
        address = try JournalSocketAddress(path)
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw .system(call: "socket", code: errno) }
        try limitSending()
    }

    /// Hands `entry` to journald, waiting at most ``timeout`` for room in its queue.
    ///
    /// - Throws: ``JournalError``; the entry is then not in the journal.
    public func send(_ entry: JournalEntry) throws(JournalError) {
        try send(encoded: entry.encoded())
    }

    /// Hands an entry to journald that is already in the native protocol, waiting at most ``timeout`` for room.
    ///
    /// - Throws: ``JournalError``; the entry is then not in the journal.
    public func send(encoded bytes: [UInt8]) throws(JournalError) {
        var code = sendDatagram(bytes)
        if code == EMSGSIZE || code == ENOBUFS {
            code = sendMemory(try SealedMemory(bytes))
        }
        if let error = error(for: code) { throw error }
    }

    private func limitSending() throws(JournalError) {
        let (seconds, attoseconds) = timeout.components
        var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, size) == 0 else {
            throw .system(call: "setsockopt(SO_SNDTIMEO)", code: errno)
        }
    }

    private func sendDatagram(_ bytes: [UInt8]) -> Int32 {
        address.withPointer { receiver, size in
            retryingInterrupted { sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), receiver, size) }
        }
    }

    private func sendMemory(_ memory: borrowing SealedMemory) -> Int32 {
        let descriptor = memory.descriptor
        return address.withPointer { receiver, size in
            retryingInterrupted { writebackd_send_descriptor(socket, receiver, size, descriptor) }
        }
    }

    /// The `errno` of `call`, zero for success; a signal must neither lose an entry nor prolong the wait for ever.
    private func retryingInterrupted(_ call: () -> Int) -> Int32 {
        let deadline = ContinuousClock.now + timeout
        repeat {
            if call() >= 0 { return 0 }
            let code = errno
            if code != EINTR { return code }
        } while ContinuousClock.now < deadline
        return EAGAIN
    }

    private func error(for code: Int32) -> JournalError? {
        switch code {
        case 0: nil
        case ENOENT: .missing(path: path)
        case ECONNREFUSED: .dead(path: path)
        case EAGAIN: .hung(path: path, timeout: timeout)
        default: .system(call: "sendmsg", code: code)
        }
    }

    deinit {
        close(socket)
    }
}
