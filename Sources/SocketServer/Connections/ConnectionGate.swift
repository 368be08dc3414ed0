internal import NIOCore
internal import NIOHTTP1
internal import Requests
internal import Synchronization

/// One connection's keeper: its deadline from a request's first byte to its last, and the replies to what is no HTTP/1.1.
///
/// ``ByteHandler`` before the decoder and ``PartHandler`` behind it tell it what happens. All its state but ``idleSince``
/// and what ``Responder`` asks belongs to the connection's event loop.
final class ConnectionGate: @unchecked Sendable {
    // Unchecked: the plain variables and `bodies` are touched on the event loop only; the rest is immutable, a Mutex or
    // an Atomic.
    let peer: Peer
    private let channel: any Channel
    private let limits: SocketLimits
    private let routes: any Routes
    private let idle = Mutex<ContinuousClock.Instant?>(.now)
    private let beginnings = Mutex<[ContinuousClock.Instant]>([])
    private let bodies = BodyBuffers()
    private var progress = ConnectionProgress(now: .now)
    private var timer: Scheduled<Void>?
    private var lastReply: Reply?
    private let closing = Atomic(false)
    private let last = Atomic(false)

    init(peer: Peer, channel: any Channel, limits: SocketLimits, routes: any Routes) {
        self.peer = peer
        self.channel = channel
        self.limits = limits
        self.routes = routes
    }

    /// Whether nothing more is read: the replies under way are still written, then the gate closes.
    var isClosing: Bool { closing.load(ordering: .acquiring) }

    /// Whether all others have replied and the gate is closing now, after which nobody else may reply.
    var hasLastWord: Bool { last.load(ordering: .acquiring) }

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

    /// Whether arrived bytes are to be decoded.
    ///
    /// Empty lines before a request are no part of it (RFC 9112 section 2.2) and begin nothing.
    func takesBytes(_ bytes: ByteBufferView) -> Bool {
        guard progress.arriving != nil || !bytes.allSatisfy({ $0 == 0x0d || $0 == 0x0a }) else { return true }
        guard progress.arriving != nil || isStillAdmitted() else { return false }
        if progress.bytesArrived(at: .now) { startTimer() }
        publish()
        return true
    }

    /// Whether a request whose head has arrived is to be handled; when not, the connection is being closed.
    func takesHead(_ head: HTTPRequestHead) -> Bool {
        guard !isClosing, isStillAdmitted() else { return false }
        let begun = progress.headArrived(at: .now)
        beginnings.withLock { $0.append(begun) }
        bodies.requestBegan()
        if timer == nil { startTimer() }
        publish()
        guard head.version == .http1_1 else { return refuse(.httpVersion) }
        return head.headers.contains(name: "transfer-encoding") ? refuse(.lengthRequired) : true
    }

    /// What to hand on of a body's part; nil when nobody wants it any more.
    func bodyArrived(_ part: ByteBuffer) -> ByteBuffer? {
        guard !isClosing, !progress.isAnswered else { return nil }
        return bodies.keep(part, allocator: channel.allocator)
    }

    func endArrived() {
        progress.endArrived(at: .now)
        timer?.cancel()
        timer = nil
        publish()
    }

    func replyWritten() {
        progress.replyWritten(at: .now)
        bodies.requestEnded()
        publish()
        if isClosing { closeWhenAnswered() }
    }

    /// Replies to what cannot be handled as a request and closes, both after the replies that are under way.
    func reject(_ refusal: Refusal) {
        guard !isClosing else { return }
        let reply = routes.refuse(refusal, to: peer, begun: progress.arriving ?? .now)
        beginClosing(with: progress.isAnswered ? nil : reply)
    }

    func ended() {
        timer?.cancel()
        timer = nil
    }

    private func refuse(_ refusal: Refusal) -> Bool {
        reject(refusal)
        return false
    }

    /// Asks anew, since the peer may have been removed since it connected; closes without a word when it has been.
    private func isStillAdmitted() -> Bool {
        let isAdmitted = routes.admits(peer)
        if !isAdmitted { beginClosing(with: nil) }
        return isAdmitted
    }

    private func beginClosing(with reply: Reply?) {
        closing.store(true, ordering: .releasing)
        timer?.cancel()
        lastReply = reply
        closeWhenAnswered()
    }

    private func closeWhenAnswered() {
        guard !hasLastWord, progress.mayAnswerNow else { return }
        last.store(true, ordering: .releasing)
        // A client that does not read must not hold the connection for ever.
        timer = channel.eventLoop.scheduleTask(in: TimeAmount(limits.requestTimeout)) { self.close() }
        lastReply?.write(to: channel)
        closeWhenSent()
    }

    /// Closes behind an empty write, which is done when all before it are: a plain close would drop them.
    private func closeWhenSent() {
        let context = try? channel.pipeline.syncOperations.context(handlerType: ByteHandler.self)
        guard let context else { return close() }
        let sent = channel.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenComplete { _ in self.close() }
        context.writeAndFlush(NIOAny(ByteBuffer()), promise: sent)
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
