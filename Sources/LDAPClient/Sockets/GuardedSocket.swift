internal import Glibc

/// Waits for sockets that the cutter can shut down meanwhile.
struct GuardedSocket: Sendable {
    let cutter: Cutter
    let cut: Cut

    /// Puts `socket` under the cutter's watch instead of the one before.
    func attach(_ socket: Int32) throws(LDAPError) {
        try cutter.with(cut) { (cut) throws(LDAPError) in try cut.attach(socket) }
    }

    /// Whether nobody cut, and nothing broke, so far.
    var isIntact: Bool {
        cutter.with(cut) { $0.reason == nil }
    }

    /// Why nothing can be sent any more; nil as long as something can.
    var cutReason: CutReason? {
        cutter.with(cut) { $0.reason }
    }

    /// Sleeps until `socket` is ready or closed.
    ///
    /// - Returns: false when `limit` passed or the socket was cut.
    func wait(_ socket: Int32, for events: Int32, until limit: ContinuousClock.Instant) -> Bool {
        var watched = pollfd(fd: socket, events: Int16(events), revents: 0)
        while true {
            let left = ContinuousClock.now.duration(to: limit)
            let count = poll(&watched, 1, left.pollMilliseconds)
            if count > 0 { return isIntact }
            if count == 0, left <= .zero { return false }
            if count < 0, errno != EINTR { return false }
        }
    }
}

extension GuardedSocket {
    /// Shuts the socket down.
    func sever(_ reason: CutReason) {
        cutter.with(cut) { $0.sever(reason) }
    }

    /// Whether the socket is intact and there is nothing to read from it.
    var isQuiet: Bool {
        cutter.with(cut) { $0.isQuiet }
    }

    /// Lets go of a socket that was shut down.
    func abandon() {
        cutter.with(cut) { $0.abandon() }
    }

    /// Lets the last writes give up rather than block.
    func stopBlocking() {
        cutter.with(cut) { $0.stopBlocking() }
    }
}
