import TestSupport
import Testing

/// A number that the source text gives a name to.
enum SourceConstant {
    /// The value of `static let NAME = 8 * 1024`, of a duration in seconds, or of a default argument.
    static func value(_ name: String, in path: String) throws -> Int {
        let definition = try Regex("\\b\(name)(?:: \\w+)? = ([^\\n,)]+\\)?)", as: (Substring, Substring).self)
        let text = try #require(try Repository.text(path).firstMatch(of: definition)).1
        let factors = text.replacing("_", with: "").matches(of: /\d+/).compactMap { Int($0.0) }
        return try #require(factors.isEmpty ? nil : factors.reduce(1, *))
    }
}

extension Int {
    /// The number with a comma between thousands.
    var grouped: String {
        self < 1000 ? "\(self)" : (self / 1000).grouped + "," + "\(self % 1000 + 1000)".dropFirst()
    }
}
