/// The reply to `status`.
struct StatusAnswer: Decodable, Equatable {
    struct Lock: Decodable, Equatable {
        let locked: Bool
        let byAdministrator: Bool?
        let since: String?
        let until: String?
    }

    struct Rules: Decodable, Equatable {
        let minLength: Int?
        let maxLength: Int?
        let history: Int?
        let minAgeSeconds: Int?
        let maxAgeSeconds: Int?
        let lockoutThreshold: Int?
        let lockoutSeconds: Int?
    }

    struct Eligibility: Decodable, Equatable {
        let eligible: Bool
        let code: String?
        let detail: String?
    }

    let requestId: String?
    let correlationId: String?
    let directory: String?
    let server: String?
    let account: AccountAnswer?
    let lock: Lock?
    let failedAttempts: Int?
    let lastFailedAttempt: String?
    let mustChange: Bool?
    let lastChange: String?
    let passwordExpires: String?
    let passwordRules: Rules?
    let operations: [String: Eligibility]?
}
