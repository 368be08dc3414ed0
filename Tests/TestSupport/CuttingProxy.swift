internal import Foundation
internal import Glibc
internal import Synchronization

/// Stands between the daemon and a server, byte for byte, and cuts or holds one connection around a request.
///
/// For connections in clear over loopback, where the request's OID or attribute can be seen.
public final class CuttingProxy: Sendable {
    /// Where the connection is cut.
    public enum Moment: Sendable {
        /// Nothing of the request is passed on.
        case beforeRequest
        /// The first half of the request is passed on.
        case duringRequest
        case beforeAnswer
        case afterAnswer
    }

    /// Where the listening socket is on loopback.
    public let port: UInt16
    private let listener: Int32
    private let plan = Mutex<ProxyPlan?>(nil)
    /// What is held, until it is let go.
    private let gate = NSCondition()
    private let held = Mutex(false)

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

    /// Cuts the connection that next sends `marker`; once.
    public func cut(at marker: String, _ moment: Moment) {
        plan.withLock { $0 = ProxyPlan(marker: Data(marker.utf8), action: .cut(moment)) }
    }

    /// Holds the next request that has `marker`, or its answer, until ``release()``; once.
    public func hold(_ side: ProxyPlan.Side, of marker: String) {
        held.withLock { $0 = false }
        plan.withLock { $0 = ProxyPlan(marker: Data(marker.utf8), action: .hold(side)) }
    }

    /// Whether something is being held.
    public var isHolding: Bool { held.withLock { $0 } }

    /// Passes on what is held.
    public func release() {
        gate.lock()
        held.withLock { $0 = false }
        gate.broadcast()
        gate.unlock()
    }

    private func wait() {
        gate.lock()
        held.withLock { $0 = true }
        while isHolding { gate.wait() }
        gate.unlock()
    }

    private func serve(_ client: Int32, _ target: UInt16) {
        let server = Loopback.connect(port: target)
        Thread.detachNewThread { [weak self] in
            while let bytes = Self.receive(client) {
                let passed = self?.passRequest(bytes) ?? bytes
                guard Self.send(passed, to: server), passed.count == bytes.count else { break }
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

    /// As much of `bytes` as is to be passed on, after holding it where that was asked for.
    private func passRequest(_ bytes: Data) -> Data {
        let action = plan.withLock { ProxyPlan.act(&$0, onRequest: bytes) }
        switch action {
        case .cut(.beforeRequest): return Data()
        case .cut(.duringRequest): return bytes.prefix(bytes.count / 2)
        case .hold(.request): wait()
        default: break
        }
        return bytes
    }

    private func due() -> Moment? {
        switch plan.withLock({ ProxyPlan.actOnAnswer(&$0) }) {
        case .cut(let moment): return moment
        case .hold: wait()
        case nil: break
        }
        return nil
    }

    private static func receive(_ socket: Int32) -> Data? {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &bytes, bytes.count, 0)
        return count > 0 ? Data(bytes[..<count]) : nil
    }

    private static func send(_ bytes: Data, to socket: Int32) -> Bool {
        guard !bytes.isEmpty else { return true }
        return bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            == bytes.count
    }
}
