/// Values that are written without quotes and brackets.
enum TOMLWord {
    /// What `word` stands for, or nil when that is nothing.
    static func value(of word: String) -> TOMLValue? {
        switch word {
        case "true": return .flag(true)
        case "false": return .flag(false)
        case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return .other("a floating-point number")
        default: break
        }
        if let integer = integer(word) { return .integer(integer) }
        guard word.first?.isNumber == true || "+-".contains(word.prefix(1)) else { return nil }
        if word.contains(":") || word.dropFirst(4).first == "-" { return .other("a date or time") }
        let isFraction = word.contains { ".eE".contains($0) } && withoutSeparators(word).flatMap(Double.init) != nil
        return isFraction ? .other("a floating-point number") : nil
    }

    private static func integer(_ word: String) -> Int? {
        guard let digits = withoutSeparators(word) else { return nil }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
            let rest = digits.dropFirst(2)
            return rest.first?.isHexDigit == true ? Int(rest, radix: radix) : nil
        }
        let unsigned = digits.drop { "+-".contains($0) }
        return unsigned.count > 1 && unsigned.hasPrefix("0") ? nil : Int(digits)
    }

    /// The word without its underscores, each of which must stand between two digits.
    private static func withoutSeparators(_ word: String) -> String? {
        let parts = word.split(separator: "_", omittingEmptySubsequences: false)
        let isSound = zip(parts, parts.dropFirst()).allSatisfy { left, right in
            left.last?.isHexDigit == true && right.first?.isHexDigit == true
        }
        return isSound ? parts.joined() : nil
    }
}
