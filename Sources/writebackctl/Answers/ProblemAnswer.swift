/// A problem document (RFC 9457): the reply to a request that was not, or perhaps not, carried out.
struct ProblemAnswer: Decodable, Equatable {
    let title: String?
    let detail: String?
    let code: String?
    let retryAfter: Int?
    let contact: String?
    let parameters: [String: ParameterValue]?
    let requestId: String?
    let correlationId: String?
}
