internal import Foundation

/// Other people's readers of the same formats, more lenient than the project's: what the project accepts they must
/// accept too, and read alike.
public enum Reference {
    /// The members of a JSON object; nil when it is none.
    public static func object(_ bytes: [UInt8]) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    }

    /// The parts between the full stops, decoded; nil when one of them is no base64url, or not the only text for its bytes.
    public static func parts(_ text: String) -> [[UInt8]]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { decoded(String($0)) }
        return parts.contains { $0 == nil } ? nil : parts.compactMap(\.self)
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded) else { return nil }
        let again = data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        return again == text ? Array(data) : nil
    }

    /// A text without its percent-encoding; nil when that is wrong.
    public static func percentDecoded(_ text: String) -> String? {
        text.removingPercentEncoding
    }

    /// A text in which every byte is percent-encoded.
    public static func percentEncoded(_ text: String) -> String {
        text.utf8.map { String(format: "%%%02x", $0) }.joined()
    }
}
