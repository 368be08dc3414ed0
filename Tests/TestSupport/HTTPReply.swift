internal import Foundation

/// What came back over a socket.
public struct HTTPReply: Sendable {
    /// The status of its first line.
    public let status: Int
    /// The header fields, names in lower case.
    public let headers: [String: String]
    /// The body.
    public let body: String

    /// A member of the JSON body by its path, such as `parameters.min`, as text.
    public subscript(_ path: String) -> String? {
        var value = try? JSONSerialization.jsonObject(with: Data(body.utf8))
        for name in path.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
        switch value {
        case let text as String: return text
        case let number as NSNumber:
            return number.objCType.pointee == 0x63 ? (number.boolValue ? "true" : "false") : number.stringValue
        default: return nil
        }
    }
}
