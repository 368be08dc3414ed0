internal import Foundation
internal import Glibc
internal import Synchronization

/// Stands between the daemon and a server, byte for byte, and cuts one connection around the answer to a request.
///
/// For connections in clear over loopback, where the request's OID or attribute can be seen.
public final class CuttingProxy: Sendable {
    /// On which side of the answer the connection is cut.
    public enum Moment: Sendable {
        case beforeAnswer
        case afterAnswer
    }

    private struct Plan {
        let marker: Data
        let moment: Moment
        var isSeen = false
    }

    /// Where it listens on loopback.
    public let port: UInt16
    private let listener: Int32
    private let plan = Mutex<Plan?>(nil)

    /// Starts to pass on to `target`, a port on loopback.
    public init(target: UInt16) throws {
        (listener, port) = try Loopback.listen(backlog: 16)
        Thread.detachNewThread { [weak self, listener] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { break }
                self.serve(client, target)
            }
            // Not before this thread is done with it: its number is soon another socket's.
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// Cuts the connection that next sends `marker`, before or after its answer is passed on; once.
    public func cut(at marker: String, _ moment: Moment) {
        plan.withLock { $0 = Plan(marker: Data(marker.utf8), moment: moment) }
    }

    private func serve(_ client: Int32, _ target: UInt16) {
        let server = Loopback.connect(port: target)
        Thread.detachNewThread { [weak self] in
            while let bytes = Self.receive(client) {
                self?.look(at: bytes)
                guard Self.send(bytes, to: server) else { break }
            }
            shutdown(server, Int32(SHUT_RDWR))
        }
        Thread.detachNewThread { [weak self] in
            while let bytes = Self.receive(server) {
                let moment = self?.due()
                guard moment != .beforeAnswer, Self.send(bytes, to: client), moment == nil else { break }
            }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }
    }

    private func look(at bytes: Data) {
        plan.withLock { plan in
            if let marker = plan?.marker, bytes.range(of: marker) != nil { plan?.isSeen = true }
        }
    }

    private func due() -> Moment? {
        plan.withLock { plan in
            guard let due = plan, due.isSeen else { return nil }
            plan = nil
            return due.moment
        }
    }

    private static func receive(_ socket: Int32) -> Data? {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &bytes, bytes.count, 0)
        return count > 0 ? Data(bytes[..<count]) : nil
    }

    private static func send(_ bytes: Data, to socket: Int32) -> Bool {
        bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } == bytes.count
    }
}
