/// The reply to a request that was carried out.
struct AppliedAnswer: Decodable, Equatable {
    let operation: String?
    let time: String?
    let requestId: String?
    let correlationId: String?
    let directory: String?
    let server: String?
    let account: AccountAnswer?
    let passwordChanged: Bool?
    let wasLocked: Bool?
    let mustChange: Bool?
    let failedAttempts: Int?
    let lastFailedAttempt: String?
    let verifiedBy: String?
    let shortfall: String?
}
