extension TableReader {
    /// A list of texts, each read by `rule`, with as many elements as `count` allows.
    ///
    /// - Returns: The elements that are as they should be, in the order of the file; `fallback` for a key that is left
    ///   out, which is a finding when there is none.
    func list<Value: Hashable>(
        _ key: String, _ rule: TextRule<Value>, count: ClosedRange<Int>, default fallback: [Value]? = nil
    ) -> [Value] {
        guard let node = node(key) else {
            if fallback == nil { report(key, "required") }
            return fallback ?? []
        }
        guard case .list(let elements) = node.value else {
            reportKind(key, node, expected: "a list of texts")
            return fallback ?? []
        }
        checkCount(elements.count, of: key, count)
        return distinct(elements, at: key, rule)
    }

    private func checkCount(_ count: Int, of key: String, _ allowed: ClosedRange<Int>) {
        if !allowed.contains(count) {
            report(key, "must have \(allowed.lowerBound) to \(allowed.upperBound) elements, not \(count)")
        }
    }

    private func distinct<Value: Hashable>(_ elements: [TOMLNode], at key: String, _ rule: TextRule<Value>) -> [Value] {
        var values: [Value] = []
        var firstIndex: [Value: Int] = [:]
        for (index, element) in elements.enumerated() {
            let place = "\(key)[\(index)]"
            guard let value = value(of: element, at: place, rule) else { continue }
            if let first = firstIndex[value] {
                report(place, line: element.line, "repeats \(key)[\(first)]")
            } else {
                firstIndex[value] = index
                values.append(value)
            }
        }
        return values
    }
}
