extension MatrixRow {
    /// The numbered person whom this row has to itself.
    var person: String {
        let number = "\(Self.allCases.firstIndex(of: self).map { $0 + 1 } ?? 0)"
        return "u" + String(repeating: "0", count: 5 - number.count) + number
    }
}
