public import Requests

/// Decides who may ask for what.
public struct Authorisation: Sendable {
    private let callers: [Caller]

    /// Knows `callers`; a peer that is several of them is the first.
    public init(callers: [Caller]) {
        self.callers = callers
    }

    /// The caller that a peer is, or nil for a stranger, whose bytes are not even read.
    public func caller(of peer: Peer) -> Caller? {
        callers.first { $0.isPeer(peer) }
    }

    /// Turns a request into an authorised one.
    ///
    /// - Throws: ``Refusal/unknownCaller`` for a stranger, ``Refusal/operationNotGranted(_:)`` for an operation that
    ///   the caller's configuration does not list.
    public func authorise(_ request: consuming Request, from peer: Peer) throws(Refusal) -> AuthorisedRequest {
        guard let caller = caller(of: peer) else { throw .unknownCaller }
        let operation = request.details.operation
        guard caller.operations.contains(operation) else { throw .operationNotGranted(operation) }
        return AuthorisedRequest(request: request, caller: caller.name)
    }
}
