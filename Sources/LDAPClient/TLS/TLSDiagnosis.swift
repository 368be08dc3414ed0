internal import Glibc

/// Finds out why TLS failed, by a second connection with OpenSSL.
///
/// libldap says "unknown error" whatever the reason when it is linked to GnuTLS. Nothing is ever sent over the second
/// connection once TLS stands: it looks at the server's certificate and closes. It runs under the same cutter, deadline
/// and cancellation as the attempt it explains.
struct TLSDiagnosis {
    let settings: ConnectionSettings
    let connector: SocketConnector

    /// The most likely reason.
    func reason() -> TLSFailure {
        guard CAFile.isUsable(settings.trustedFile) else { return .caFileUnreadable(path: settings.trustedFile) }
        do throws(LDAPError) {
            let socket = try connector.connect()
            defer { close(socket) }
            if settings.startTLS, !StartTLSExchange(socket: socket).perform() { return .peerNotTLS }
            return TLSProbe(host: settings.address.host, trustedFile: settings.trustedFile)?.reason(socket)
                ?? .other("OpenSSL could not be set up to find out why the handshake failed")
        } catch {
            return .other("the handshake failed, and a second connection to find out why did too: \(error)")
        }
    }
}
