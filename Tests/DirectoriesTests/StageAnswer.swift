import Foundation
import Requests

/// A reply, taken apart.
struct StageAnswer: CustomStringConvertible {
    let status: Int
    /// The whole document.
    let description: String
    private let members: [String: Any]

    init(_ reply: Reply) throws {
        status = reply.status
        description = reply.body
        members = try JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any] ?? [:]
    }

    /// `applied`, `answered`, `refused`, `not_applied` or `unknown`.
    var outcome: String { self["outcome"] ?? "none" }

    /// The refusal's code; the outcome where there was none.
    var code: String { self["code"] ?? outcome }

    /// A text member.
    subscript(_ name: String) -> String? { members[name] as? String }

    /// A number.
    func number(_ name: String) -> Int? { (members[name] as? NSNumber)?.intValue }

    /// A truth value.
    func flag(_ name: String) -> Bool? { members[name] as? Bool }

    /// A member that is an object.
    func object(_ name: String) -> [String: Any] { members[name] as? [String: Any] ?? [:] }

    /// A member that is a list of objects.
    func list(_ name: String) -> [[String: Any]] { members[name] as? [[String: Any]] ?? [] }

    /// In a status: why an operation would be refused; nil where it would be tried.
    func obstacle(to operation: String) -> String? {
        (object("operations")[operation] as? [String: Any])?["code"] as? String
    }
}
