extension TableReader {
    /// The value of a key that must be there.
    func required<Value>(_ key: String, _ rule: TextRule<Value>) -> Value? {
        guard let node = node(key) else {
            report(key, "required")
            return nil
        }
        return value(of: node, at: key, rule)
    }

    /// The value of a key that may be left out, `fallback` if it is.
    func value<Value>(_ key: String, _ rule: TextRule<Value>, default fallback: Value) -> Value {
        node(key).flatMap { value(of: $0, at: key, rule) } ?? fallback
    }

    /// The value of a key that may be left out; the empty text says the same as leaving it out.
    func optional<Value>(_ key: String, _ rule: TextRule<Value>) -> Value? {
        guard let node = node(key), !node.value.isEmptyText else { return nil }
        return value(of: node, at: key, rule)
    }

    /// A switch.
    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let node = node(key) else { return fallback }
        if case .flag(let flag) = node.value { return flag }
        reportKind(key, node, expected: "true or false")
        return fallback
    }

    /// A whole number within `range`.
    func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        guard let node = node(key) else { return fallback }
        switch node.value {
        case .integer(let number) where range.contains(number): return number
        case .integer: report(key, "must be \(range.lowerBound) to \(range.upperBound)")
        default: reportKind(key, node, expected: "an integer")
        }
        return fallback
    }

    /// A duration within `range`.
    func duration(_ key: String, default fallback: Duration, in range: ClosedRange<Duration>) -> Duration {
        value(key, .duration(in: range), default: fallback)
    }

    /// What `rule` makes of the text `node`, which stands at `place`: a key or an element of a list.
    func value<Value>(of node: TOMLNode, at place: String, _ rule: TextRule<Value>) -> Value? {
        guard case .text(let text) = node.value else {
            reportKind(place, node, expected: "a text in quotes")
            return nil
        }
        do {
            return try rule.read(text)
        } catch {
            report(place, line: node.line, error.message)
            return nil
        }
    }
}
