public import Secrets

/// Why an operation has no answer, or not the one that was asked for.
///
/// Every description is one line, safe to log: it never holds a value that was sent, and says what to look at. The cases
/// that carry `sent` tell whether the request may have reached the server: with `false` it certainly did not and can be
/// tried elsewhere; with `true` nobody knows whether it was carried out.
public enum LDAPError: Error, Sendable, Equatable {
    /// No connection could be made; the text names the server and the reason.
    case unreachable(String)
    /// The server was reached but cannot be trusted or does not speak TLS.
    case tls(TLSFailure)
    /// A password would have gone over the network in clear: neither TLS nor the same machine.
    case cleartextRefused(ServerAddress)
    /// Nobody could be authenticated, and that was found out on this side of the wire.
    case authentication(AuthenticationFailure)
    /// The server answered with a code other than success.
    case result(LDAPResult)
    /// The deadline passed.
    case deadlineExceeded(sent: Bool)
    /// The connection broke, or the server sent something that is not LDAP.
    case connectionLost(sent: Bool)
    /// The task was cancelled.
    case cancelled(sent: Bool)
    /// The pool is busy: its queue is full, or no connection became free in time. The server may be well.
    case poolExhausted
    /// No server is left to use: this one, the preferred, works but must not be used, and neither must the others.
    case avoided(ServerAddress, Avoidance)
    /// The pool was closed.
    case poolClosed
    /// An argument is not what its syntax asks for; the text says which and why.
    case invalid(String)
    /// There was no locked memory for a secret.
    case secureMemory(SecretError)
    /// This machine failed, not the server: out of descriptors, memory or threads.
    case local(String)
}
