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
        guard let node = node(key), node != .text("") else { return nil }
        return value(of: node, at: key, rule)
    }

    /// A switch.
    func flag(_ key: String, default fallback: Bool) -> Bool {
        switch node(key) {
        case nil: return fallback
        case .flag(let flag): return flag
        case let node?:
            reportKind(key, node, expected: "true or false")
            return fallback
        }
    }

    /// A whole number within `range`.
    func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        switch node(key) {
        case nil: return fallback
        case .integer(let number) where range.contains(number): return number
        case .integer: report(key, "must be \(range.lowerBound) to \(range.upperBound)")
        case let node?: reportKind(key, node, expected: "an integer")
        }
        return fallback
    }

    /// A duration within `range`.
    func duration(_ key: String, default fallback: Duration, in range: ClosedRange<Duration>) -> Duration {
        value(key, .duration(in: range), default: fallback)
    }

    func value<Value>(of node: TOMLNode, at key: String, _ rule: TextRule<Value>) -> Value? {
        guard case .text(let text) = node else {
            reportKind(key, node, expected: "a text in quotes")
            return nil
        }
        do {
            return try rule.read(text)
        } catch {
            report(key, error.message)
            return nil
        }
    }
}
