import Foundation
import JOSE
import Testing

/// What a protected header says, read by somebody else's parser.
struct SealedHeaderText {
    let members: [String: Any]

    init(_ text: String) throws {
        let bytes = try #require(Base64URL.decode(String(text.prefix { $0 != "." })))
        members = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    /// `epk.x` as it is written.
    var x: String {
        get throws { try #require((members["epk"] as? [String: Any])?["x"] as? String) }
    }
}
