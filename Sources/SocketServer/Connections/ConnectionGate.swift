internal import NIOCore
internal import NIOHTTP1
internal import Requests
internal import Synchronization

/// One connection's keeper: its deadline from a request's first byte to its last, and the replies to what is no HTTP/1.1.
///
/// It is two handlers in one connection's pipeline, ``bytes`` before the decoder and ``parts`` behind it. All its state
/// but ``idleSince`` belongs to the connection's event loop.
final class ConnectionGate: @unchecked Sendable {
    // Unchecked: `progress` and `timer` are touched on the event loop only; the rest is immutable, a Mutex or an Atomic.
    let peer: Peer
    private let channel: any Channel
    private let limits: SocketLimits
    private let routes: any Routes
    private let idle = Mutex<ContinuousClock.Instant?>(.now)
    private let beginnings = Mutex<[ContinuousClock.Instant]>([])
    private var progress = ConnectionProgress(now: .now)
    private var timer: Scheduled<Void>?
    private let closing = Atomic(false)

    init(peer: Peer, channel: any Channel, limits: SocketLimits, routes: any Routes) {
        self.peer = peer
        self.channel = channel
        self.limits = limits
        self.routes = routes
    }

    /// Whether the connection is being closed with a reply of the gate's own, after which nobody else may reply.
    var isClosing: Bool { closing.load(ordering: .acquiring) }

    /// Since when the connection lies idle; nil while a request is arriving or being answered.
    var idleSince: ContinuousClock.Instant? { idle.withLock { $0 } }

    /// When the request that is handled now began.
    func takeBeginning() -> ContinuousClock.Instant {
        beginnings.withLock { $0.isEmpty ? .now : $0.removeFirst() }
    }

    func close() {
        channel.close(promise: nil)
    }

    // MARK: What the handlers tell, on the event loop.

    func bytesArrived() {
        if progress.bytesArrived(at: .now) { startTimer() }
        publish()
    }

    /// A head has arrived; answers the refusal for one that is not taken further.
    func headArrived(_ head: HTTPRequestHead) -> Refusal? {
        let begun = progress.headArrived(at: .now)
        beginnings.withLock { $0.append(begun) }
        if timer == nil { startTimer() }
        publish()
        guard head.version == .http1_1 else { return .httpVersion }
        return head.headers.contains(name: "transfer-encoding") ? .lengthRequired : nil
    }

    func endArrived() {
        progress.endArrived(at: .now)
        timer?.cancel()
        timer = nil
        publish()
    }

    func replyWritten() {
        progress.replyWritten(at: .now)
        publish()
    }

    /// Replies to what cannot be handled as a request and closes; while another reply is under way it only closes.
    func reject(_ refusal: Refusal) {
        guard !isClosing else { return }
        closing.store(true, ordering: .releasing)
        timer?.cancel()
        let reply = routes.refuse(refusal, to: peer, begun: progress.arriving ?? .now)
        guard progress.mayAnswerNow else { return close() }
        reply.write(to: channel)
    }

    func ended() {
        timer?.cancel()
        timer = nil
    }

    private func startTimer() {
        let limit = limits.requestTimeout
        timer = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) { self.reject(.tooSlow(limit: limit)) }
    }

    private func publish() {
        let since = progress.idleSince
        idle.withLock { $0 = since }
    }
}
