/// Everything a request says that is no secret.
public struct RequestDetails: Sendable, Equatable {
    /// The caller's own identifier of the request (`jti`), 1 to 128 characters.
    public let id: String
    /// What is asked for.
    public let operation: Operation
    /// The account it is asked for.
    public let account: AccountReference
    /// The configured directory it names, if it names one.
    public let directory: String?
    /// The verification methods that the user passed, as `amr` values (RFC 8176), at most 16.
    public let methods: [String]
    /// Whether the user solved a CAPTCHA, if the caller says so.
    public let captcha: Bool?
    /// The kind of client that the user sat at, at most 128 characters.
    public let client: String?
    /// The administrator who acts for the user (`act.sub`, RFC 8693 section 4.1), if one does.
    public let administrator: String?

    /// Details of these parts, for those that were kept and are taken up again.
    public init(
        id: String, operation: Operation, account: AccountReference, directory: String?, methods: [String],
        captcha: Bool?, client: String?, administrator: String?
    ) {
        self.id = id
        self.operation = operation
        self.account = account
        self.directory = directory
        self.methods = methods
        self.captcha = captcha
        self.client = client
        self.administrator = administrator
    }
}
