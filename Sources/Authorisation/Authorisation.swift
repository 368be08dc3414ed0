public import Requests

/// Decides who may ask for what.
public struct Authorisation: Sendable {
    private let callers: [Caller]

    /// Knows `callers`.
    public init(callers: [Caller]) {
        self.callers = callers
    }

    /// The caller that a peer is, or nil for a stranger, whose bytes are not even read.
    ///
    /// A peer that is two callers (the user of one in the group of another) is neither: nobody could say which rights
    /// it has.
    public func caller(of peer: Peer) -> Caller? {
        let matches = callers.filter { $0.isPeer(peer) }
        return matches.count == 1 ? matches[0] : nil
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
