public import JSON

/// One answer to one request, ready to be sent.
public struct Reply: Sendable {
    /// The HTTP status (RFC 9110 section 15).
    public let status: Int
    /// `application/json`, or `application/problem+json` (RFC 9457).
    public let contentType: String
    /// The JSON text.
    public let body: String
    /// Seconds for a `Retry-After` header (RFC 9110 section 10.2.3), where a retry makes sense.
    public let retryAfter: Int?
    /// The methods for an `Allow` header (RFC 9110 section 10.2.1), where the method was wrong.
    public let allow: String?

    /// A successful answer with a JSON document.
    public init(status: Int = 200, document: JSONValue) {
        self.init(status: status, contentType: "application/json", body: document, retryAfter: nil, allow: nil)
    }

    /// An answer that was kept as it was given.
    public init(status: Int, contentType: String, text: String, retryAfter: Int?) {
        self.status = status
        self.contentType = contentType
        self.retryAfter = retryAfter
        body = text
        allow = nil
    }

    init(status: Int, contentType: String, body: JSONValue, retryAfter: Int?, allow: String?) {
        self.status = status
        self.contentType = contentType
        self.body = body.text
        self.retryAfter = retryAfter
        self.allow = allow
    }
}
