internal import CLDAP
internal import Glibc

/// Owns one `LDAP *`: the boundary to libldap, in this folder and nowhere else.
///
/// Its functions block until the server answers or the socket is shut down, so they are called on a connection's own
/// thread only. They throw with `sent` as far as they know; why a socket was shut down is for the caller to tell.
struct LDAPHandle: ~Copyable {
    let session: OpaquePointer

    /// The largest message taken from a server, in bytes; a length beyond it is treated as a broken connection rather
    /// than as a reason to allocate.
    static let largestMessage: ber_len_t = 4 << 20

    private init(_ session: OpaquePointer) {
        self.session = session
    }

    /// Takes over a connected, blocking socket.
    static func make(socket: Int32, settings: ConnectionSettings) throws(LDAPError) -> LDAPHandle {
        LDAPLibrary.prepare()
        let kind = settings.address.scheme == .ldapi ? LDAP_PROTO_IPC : LDAP_PROTO_TCP
        var session: OpaquePointer?
        let code = ldap_init_fd(socket, kind, settings.address.description, &session)
        guard code == LDAP_SUCCESS, let session else {
            close(socket)
            throw .local("libldap could not be set up: \(text(code))")
        }
        let handle = LDAPHandle(session)
        try handle.configure()
        if settings.usesTLS { try handle.configureTLS(settings) }
        return handle
    }

    deinit {
        ldap_unbind_ext(session, nil, nil)
    }

    private func configure() throws(LDAPError) {
        try set(LDAP_OPT_PROTOCOL_VERSION, LDAP_VERSION3)
        // Following a referral would send the password to a server that nobody configured.
        try set(LDAP_OPT_REFERRALS, to: nil)
        try set(LDAP_OPT_RESTART, to: writebackd_ldap_opt_on())
        let stack = try socketStack()
        var limit = Self.largestMessage
        guard ber_sockbuf_ctrl(stack, LBER_SB_OPT_SET_MAX_INCOMING, &limit) > 0, writebackd_add_wiping_layer(stack) == 0
        else { throw Self.unreachableSocket }
    }

    /// The layers that lie on the session's socket.
    func socketStack() throws(LDAPError) -> OpaquePointer {
        var stack: OpaquePointer?
        guard ldap_get_option(session, LDAP_OPT_SOCKBUF, &stack) == LDAP_OPT_SUCCESS, let stack else {
            throw Self.unreachableSocket
        }
        return stack
    }

    /// The session's socket, which stays libldap's.
    func socket() throws(LDAPError) -> Int32 {
        var socket: Int32 = -1
        guard ldap_get_option(session, LDAP_OPT_DESC, &socket) == LDAP_OPT_SUCCESS, socket >= 0 else {
            throw Self.unreachableSocket
        }
        return socket
    }

    private static var unreachableSocket: LDAPError {
        .local("libldap could not be set up: its socket is out of reach")
    }

    func set(_ option: Int32, to value: UnsafeRawPointer?) throws(LDAPError) {
        guard ldap_set_option(session, option, value) == LDAP_OPT_SUCCESS else {
            throw .local("libldap refused option \(option)")
        }
    }

    func set(_ option: Int32, _ value: Int32) throws(LDAPError) {
        try withUnsafePointer(to: value) { (pointer) throws(LDAPError) in try set(option, to: pointer) }
    }

    static func text(_ code: Int32) -> String {
        String(cString: ldap_err2string(code))
    }
}
