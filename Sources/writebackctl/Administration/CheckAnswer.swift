/// The reply to `POST /v1/check`.
struct CheckAnswer: Decodable, Equatable {
    struct Limit: Decodable, Equatable {
        let code: String
        let detail: String?

        var words: String { detail.map { "\($0) (\(code))" } ?? code }
    }

    struct Right: Decodable, Equatable {
        let right: String
        let state: String
        let operations: [String]?
        let remedy: String?
    }

    let correlationId: String?
    let directory: String?
    let server: String?
    let kind: String?
    let product: String?
    let account: AccountAnswer?
    let lock: StatusAnswer.Lock?
    let limits: [Limit]?
    let rights: [Right]?
    let operations: [String: StatusAnswer.Eligibility]
}
