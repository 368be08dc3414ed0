extension TextRule where Value: RawRepresentable<String> & CaseIterable {
    /// One of a closed set of words.
    static var choice: Self {
        Self { text throws(Complaint) in
            guard let value = Value(rawValue: text) else { throw Complaint("must be \(words)") }
            return value
        }
    }

    private static var words: String {
        Value.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    }
}
