import Foundation
import Requests

/// A reply's body, read by another program's reader of JSON.
struct Document {
    let members: [String: Any]

    init(_ reply: Reply) throws {
        members = try JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any] ?? [:]
    }

    /// The text, number or truth value at a path such as `parameters.min`, as text.
    subscript(_ path: String) -> String? {
        var value: Any? = members
        for name in path.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
        return switch value {
        case let text as String: text
        case let number as NSNumber:
            number.objCType.pointee == 0x63 ? "\(number.boolValue)" : number.stringValue
        default: nil
        }
    }

    var names: Set<String> { Set(members.keys) }

    /// Whether a member anywhere in the document is null.
    var holdsNull: Bool { Self.holdsNull(members) }

    private static func holdsNull(_ value: Any) -> Bool {
        switch value {
        case is NSNull: true
        case let object as [String: Any]: object.values.contains(where: holdsNull)
        case let array as [Any]: array.contains(where: holdsNull)
        default: false
        }
    }
}
