import Foundation
import Synchronization
import TestSupport

/// A datagram socket where journald would have its own, with somebody who reads it.
///
/// What a real journald makes of the entries is tested elsewhere; this one can hang, be away and come back at will.
final class JournalSocket: Sendable {
    private struct State {
        var entries: [Datagram] = []
        var read = 0
        var isHung = false
        var isClosed = false
    }

    private let descriptor: Int32
    private let path: String
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    /// A path in the temporary folder that nobody listens on yet.
    static func freePath() -> String {
        "/tmp/writebackd-journal-\(UInt64.random(in: 0 ... .max))"
    }

    init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw TestFailure("bind \(path): \(String(cString: strerror(errno)))") }
        Thread.detachNewThread { [self] in read() }
    }

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let isClosed = state.withLock { $0.isClosed }
            // Nobody finds it any more, and what is in it is read to the end: so nothing is lost on the way.
            if isClosed { unlink(path) }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let isHung = state.withLock { $0.isHung }
            guard poll(&waiting, isHung ? 0 : 1, 20) == 1 else {
                if isClosed { break }
                continue
            }
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { state.withLock { $0.entries.append(Datagram(bytes: Array(buffer[..<count]))) } }
        }
        close(descriptor)
        ended.signal()
    }

    /// Reads nothing more, or goes on reading.
    func hang(_ isHung: Bool) { state.withLock { $0.isHung = isHung } }

    /// Ends like a journald that is stopped.
    func stop() {
        end()
        ended.wait()
    }

    /// Ends some time soon.
    func end() { state.withLock { $0.isClosed = true } }

    /// The next entry, if one comes within `patience` milliseconds.
    func next(patience: Int = 60_000) async -> Datagram? {
        let end = ContinuousClock.now + .milliseconds(patience)
        repeat {
            let entry = state.withLock { state -> Datagram? in
                guard state.read < state.entries.count else { return nil }
                state.read += 1
                return state.entries[state.read - 1]
            }
            if let entry { return entry }
            try? await Task.sleep(for: .milliseconds(1))
        } while .now < end
        return nil
    }

    /// The next `count` entries.
    func next(_ count: Int) async -> [Datagram] {
        var entries: [Datagram] = []
        while entries.count < count, let entry = await next() { entries.append(entry) }
        return entries
    }

    /// All entries that have come, those included that were handed out.
    var all: [Datagram] { state.withLock { $0.entries } }
}
