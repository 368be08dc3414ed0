import Foundation
import TestSupport

/// A request of the cloud that can be sent again as the same one: its identifier, members and sealed passwords stay,
/// and each sending is signed anew.
struct SignedRequest: Sendable {
    let id: String
    let operation: String
    let account: String
    /// The sealed passwords by their members.
    var sealed: [String: String] = [:]
    /// The password that the account has once it is applied; nil where it changes none.
    var password: String?

    /// The body of one sending.
    ///
    /// - Parameter claims: Claims of this sending, which replace the usual ones.
    func token(by cloud: Cloud, _ claims: [String: any Sendable] = [:]) throws -> String {
        let sealed: [String: any Sendable] = sealed
        return try cloud.token(operation, account, sealed.merging(claims) { $1 }, id: id)
    }
}
