internal import Glibc

/// The handle by which a blocked connection is cut from outside: a duplicate of its socket.
///
/// shutdown(2) on the duplicate makes every blocking call on the socket return. The duplicate is ours alone, so its number
/// cannot come to mean another file while libldap closes its own. Whatever waits for a socket during one operation
/// attaches that socket here first: name look-up, connect, TLS, and the LDAP session itself.
///
/// Owned by ``Cutter``, whose lock guards every member.
final class Cut: Expiring, @unchecked Sendable {
    // Unchecked: see above.
    private(set) var reason: CutReason?
    private var duplicate: Int32 = -1

    /// Watches `socket` from now on instead of the one before.
    func attach(_ socket: Int32) throws(LDAPError) {
        let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .local("no file descriptor left: \(String(cString: strerror(errno)))") }
        release()
        duplicate = copy
        if reason != nil { shutdown(copy, Int32(SHUT_RDWR)) }
    }

    /// Shuts the socket down, once; the first reason stays.
    func sever(_ newReason: CutReason) {
        guard reason == nil else { return }
        reason = newReason
        guard duplicate >= 0 else { return }
        if newReason == .deadline || newReason == .cancelled { resetWhenClosed() }
        shutdown(duplicate, Int32(SHUT_RDWR))
    }

    /// Lets go of the socket after it was shut down: what is to be reset is reset with its last descriptor.
    func abandon() {
        release()
    }

    /// Makes the kernel drop what the peer has not taken yet, rather than go on sending it after close(2) for minutes: the
    /// operation has been told to its caller as over (socket(7), SO_LINGER; tcp(7)).
    private func resetWhenClosed() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(duplicate, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    func expire() {
        sever(.deadline)
    }

    /// Whether nothing waits to be read: an idle LDAP connection with something to read was closed by the server, or
    /// is about to be (notice of disconnection, RFC 4511 section 4.4.1).
    var isQuiet: Bool {
        var watched = pollfd(fd: duplicate, events: Int16(POLLIN), revents: 0)
        return reason == nil && duplicate >= 0 && poll(&watched, 1, 0) == 0
    }

    /// Makes what is still written at the end, such as an unbind, give up rather than wait for a peer that does not
    /// read. The flag belongs to the socket, not to the descriptor, so it reaches libldap's.
    func stopBlocking() {
        guard duplicate >= 0 else { return }
        let flags = fcntl(duplicate, F_GETFL)
        _ = fcntl(duplicate, F_SETFL, flags | O_NONBLOCK)
    }

    private func release() {
        if duplicate >= 0 { close(duplicate) }
        duplicate = -1
    }

    deinit {
        release()
    }
}
