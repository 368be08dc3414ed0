extension JournalField {
    /// The text with control characters made visible and cut at ``maximumValueSize`` bytes, the cut marked by `…`.
    ///
    /// Part of the values are account names and the like from outside. A carriage return, an escape sequence or a
    /// bidirectional override in one would let it draw lines of its own on an auditor's terminal.
    static func displayable(_ text: String, keepingLines: Bool) -> String {
        isPlain(text, keepingLines) ? text : cut(text.unicodeScalars.lazy.map { visible($0, keepingLines) })
    }

    /// The quick way out for nearly every value, without a copy.
    private static func isPlain(_ text: String, _ keepingLines: Bool) -> Bool {
        text.utf8.count <= maximumValueSize
            && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0A && keepingLines }
    }

    private static func cut(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        let mark = "…"
        var kept = String.UnicodeScalarView()
        var size = 0
        for scalar in scalars {
            guard size + UTF8.width(scalar) <= maximumValueSize else {
                while size > maximumValueSize - mark.utf8.count, let last = kept.popLast() { size -= UTF8.width(last) }
                return String(kept) + mark
            }
            size += UTF8.width(scalar)
            kept.append(scalar)
        }
        return String(kept)
    }

    /// A control picture (U+2400...) for a control character, U+FFFD for what has none.
    private static func visible(_ scalar: Unicode.Scalar, _ keepingLines: Bool) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: scalar
        case 0x0A where keepingLines: scalar
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        // C1 controls, line and paragraph separators, bidirectional marks, overrides and isolates.
        case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }
}
