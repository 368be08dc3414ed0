internal import JSON
public import Secrets

/// What a signed request says, before its sealed passwords are opened. It holds no secret.
public struct SignedRequest: ~Copyable, Sendable {
    /// Who has signed it, for whom, when and for how long.
    public let claims: Claims
    /// What it asks for, in clear.
    public let details: RequestDetails
    /// Its passwords as they were sealed, in the order of their members' names.
    public let sealed: [SealedPassword]
    // Unchecked: written while it is read, and by `request(opened:)`, which spends the request.
    private nonisolated(unsafe) let draft: RequestDraft

    /// Reads the payload of a token whose signature was verified.
    ///
    /// - Throws: ``Refusal/malformed(_:)`` naming the claim; ``Refusal/busy(_:)`` without locked memory.
    public init(parsing payload: borrowing Secret) throws(Refusal) {
        let read: (draft: RequestDraft, details: RequestDetails, claims: Claims)
        do throws(JSONError) {
            let draft = try payload.withUnsafeBytes { bytes throws(JSONError) in
                try RequestDraft(reading: bytes, form: .signed)
            }
            read = (draft, try draft.details(), try draft.requiredClaims())
        } catch {
            throw Refusal(error)
        }
        let draft = read.draft
        (self.draft, details, claims) = read
        sealed = [
            draft.sealedCurrent.map { SealedPassword(member: .currentPassword, text: $0) },
            draft.sealedNew.map { SealedPassword(member: .newPassword, text: $0) },
        ].compactMap { $0 }
    }

    /// The request, with its passwords opened one by one by `open`.
    ///
    /// - Throws: What `open` throws, or ``Refusal/malformed(_:)`` for a password that is no text or is missing.
    public consuming func request(opening open: (SealedPassword) throws(Refusal) -> Secret) throws(Refusal) -> Request {
        for password in sealed {
            let opened = try open(password)
            do throws(JSONError) {
                try opened.checkPassword(at: password.member.rawValue)
            } catch {
                throw Refusal(error)
            }
            draft.take(opened, as: password.member)
        }
        return try Request(draft)
    }
}
