import TestSupport

/// The journal's message catalogue, `systemd/writebackd.catalog`.
struct Catalogue {
    /// One entry: the text that explains a MESSAGE_ID.
    struct Entry {
        let messageID: String
        /// The header lines and the body.
        let text: Substring
    }

    static let path = "systemd/writebackd.catalog"

    let entries: [Entry]

    init() throws {
        let text = try Repository.text(Self.path)
        let heads = text.matches(of: /-- ([0-9a-f]{32})\n/)
        let ends = heads.dropFirst().map(\.range.lowerBound) + [text.endIndex]
        entries = zip(heads, ends).map { head, end in
            Entry(messageID: String(head.1), text: text[head.range.upperBound..<end])
        }
    }

    /// The fields that the entries put into their texts.
    var fields: Set<String> {
        Set(entries.flatMap { $0.text.matches(of: /@([A-Z_]+)@/).map { String($0.1) } })
    }
}
