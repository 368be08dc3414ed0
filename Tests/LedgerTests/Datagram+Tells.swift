import Testing

/// Expects that an entry has these fields, among others.
func tells(_ entry: Datagram?, _ fields: [String: String], sourceLocation: SourceLocation = #_sourceLocation) {
    for (name, value) in fields {
        #expect(entry?.fields[name] == value, "\(name)", sourceLocation: sourceLocation)
    }
}
