internal import JSON
internal import Secrets

/// The members of a request as they were read, before they are held against each other.
///
/// A class, so that the secrets can be taken out one by one.
final class RequestDraft {
    private(set) var seen: Set<RequestMember> = []
    let form: RequestForm
    var id: String?
    var operation: Operation?
    var account: AccountReference?
    var directory: String?
    var methods: [String] = []
    var captcha: Bool?
    var client: String?
    var administrator: String?
    var unlock: Bool?
    var mustChange: Bool?
    private var newPassword: Secret?
    private var currentPassword: Secret?
    var sealedNew: String?
    var sealedCurrent: String?
    var claims = ClaimDraft()

    init(reading bytes: UnsafeRawBufferPointer, form: RequestForm) throws(JSONError) {
        self.form = form
        var reader = JSONReader(bytes)
        try reader.object(at: "") { (reader, name) throws(JSONError) in
            guard let member = RequestMember(rawValue: name), form == .signed || !member.isClaim else {
                throw .malformed(.init(field: name, problem: .unknownMember))
            }
            try self.read(member, from: &reader)
        }
        try reader.end()
    }

    private func read(_ member: RequestMember, from reader: inout JSONReader) throws(JSONError) {
        seen.insert(member)
        switch member {
        case .id: id = try reader.identifier(at: member.rawValue)
        case .operation: operation = try reader.operation(at: member.rawValue)
        case .account: account = try reader.account(at: member.rawValue)
        case .directory: directory = try reader.directory(at: member.rawValue)
        case .methods: methods = try reader.methods(at: member.rawValue)
        case .captcha: captcha = try reader.boolean(at: member.rawValue)
        case .client: client = try reader.description(at: member.rawValue)
        case .actor: administrator = try reader.actor(at: member.rawValue)
        case .unlock: unlock = try reader.boolean(at: member.rawValue)
        case .mustChange: mustChange = try reader.boolean(at: member.rawValue)
        case .newPassword where form == .signed: sealedNew = try reader.sealed(at: member.rawValue)
        case .newPassword: newPassword = try reader.password(at: member.rawValue)
        case .currentPassword where form == .signed: sealedCurrent = try reader.sealed(at: member.rawValue)
        case .currentPassword: currentPassword = try reader.password(at: member.rawValue)
        default: try claims.read(member, from: &reader)
        }
    }

    /// Puts a password that was sealed in its place, opened.
    func take(_ password: consuming Secret, as member: RequestMember) {
        if member == .newPassword { newPassword = consume password } else { currentPassword = consume password }
    }

    func details() throws(JSONError) -> RequestDetails {
        let operation = try required(operation, .operation)
        for member in RequestMember.allCases where seen.contains(member) && !member.operations.contains(operation) {
            throw .malformed(.init(field: member.rawValue, problem: .notForOperation(operation.rawValue)))
        }
        return RequestDetails(
            id: try required(id, .id), operation: operation, account: try required(account, .account),
            directory: directory, methods: methods, captcha: captcha, client: client, administrator: administrator)
    }

    func requiredClaims() throws(JSONError) -> Claims {
        Claims(
            issuer: try required(claims.issuer, .issuer), audience: try required(claims.audience, .audience),
            issuedAt: try required(claims.issuedAt, .issuedAt), expiresAt: try required(claims.expiresAt, .expiresAt),
            authenticatedAt: claims.authenticatedAt)
    }

    /// An administrator's reset asks for a new password at the next sign-in unless the request says otherwise.
    func work() throws(JSONError) -> Work {
        switch try required(operation, .operation) {
        case .reset:
            .reset(
                Reset(
                    new: try take(&newPassword, .newPassword), unlock: unlock ?? true,
                    mustChange: mustChange ?? (administrator != nil)))
        case .unlock: .unlock
        case .change:
            .change(
                Change(
                    current: try take(&currentPassword, .currentPassword), new: try take(&newPassword, .newPassword)))
        case .status: .status
        }
    }

    private func required<Value>(_ value: Value?, _ member: RequestMember) throws(JSONError) -> Value {
        guard let value else { throw .malformed(.init(field: member.rawValue, problem: .missing)) }
        return value
    }

    private func take(_ secret: inout Secret?, _ member: RequestMember) throws(JSONError) -> Secret {
        guard let taken = secret.take() else { throw .malformed(.init(field: member.rawValue, problem: .missing)) }
        return taken
    }
}
