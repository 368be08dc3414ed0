import Testing

@testable import SocketServer

/// How far a connection is with its requests.
struct ConnectionProgressTests {
    private let start = ContinuousClock.now
    private func after(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test func `a new connection lies idle`() {
        let progress = ConnectionProgress(now: start)
        #expect(progress.idleSince == start)
        #expect(progress.arriving == nil)
        #expect(progress.unanswered == 0)
        #expect(progress.mayAnswerNow)
    }

    @Test func `a request begins with its first byte, not with the next ones or its head`() {
        var progress = ConnectionProgress(now: start)
        let (first, second) = (progress.bytesArrived(at: after(1)), progress.bytesArrived(at: after(2)))
        #expect(first)
        #expect(!second)
        #expect(progress.idleSince == nil)
        #expect(progress.headArrived(at: after(3)) == after(1))
        #expect(progress.arriving == after(1))
        #expect(progress.mayAnswerNow)
    }

    @Test func `it is idle again when its reply is written, not when its last byte is there`() {
        var progress = ConnectionProgress(now: start)
        _ = progress.bytesArrived(at: after(1))
        _ = progress.headArrived(at: after(1))
        progress.endArrived(at: after(2))
        #expect(progress.idleSince == nil)
        #expect(progress.unanswered == 1)
        progress.replyWritten(at: after(4))
        #expect(progress.idleSince == after(4))
        #expect(progress.unanswered == 0)
    }

    @Test func `a reply before the last byte leaves it busy until that has come`() {
        var progress = ConnectionProgress(now: start)
        _ = progress.bytesArrived(at: after(1))
        _ = progress.headArrived(at: after(1))
        #expect(!progress.isAnswered)
        progress.replyWritten(at: after(2))
        #expect(progress.isAnswered)
        #expect(progress.mayAnswerNow)
        #expect(progress.idleSince == nil)
        progress.endArrived(at: after(3))
        #expect(!progress.isAnswered)
        #expect(progress.idleSince == after(3))
    }

    @Test func `a pipelined request begins with its head when its bytes came with the one before`() {
        var progress = ConnectionProgress(now: start)
        _ = progress.bytesArrived(at: after(1))
        _ = progress.headArrived(at: after(1))
        progress.endArrived(at: after(2))
        #expect(progress.headArrived(at: after(2)) == after(2))
        progress.endArrived(at: after(2))
        #expect(progress.unanswered == 2)
        progress.replyWritten(at: after(3))
        #expect(progress.idleSince == nil)
        progress.replyWritten(at: after(4))
        #expect(progress.idleSince == after(4))
    }

    @Test func `what arrives while another waits for its reply must not be answered out of turn`() {
        var progress = ConnectionProgress(now: start)
        _ = progress.bytesArrived(at: after(1))
        _ = progress.headArrived(at: after(1))
        progress.endArrived(at: after(2))
        #expect(!progress.mayAnswerNow)
        _ = progress.bytesArrived(at: after(2))
        #expect(!progress.mayAnswerNow)
        _ = progress.headArrived(at: after(3))
        #expect(!progress.mayAnswerNow)
        progress.replyWritten(at: after(4))
        #expect(progress.mayAnswerNow)
    }

    @Test func `garbage before any head may be answered at once`() {
        var progress = ConnectionProgress(now: start)
        _ = progress.bytesArrived(at: after(1))
        #expect(progress.mayAnswerNow)
    }
}
