/// What DNS said about the servers of a domain.
public struct ServiceRecordAnswer: Sendable, Hashable {
    /// The records whose servers may be used, at least one.
    public let records: Set<ServiceRecord>
    /// Hosts outside of the domain that the answer named as well, in alphabetical order; they are not used.
    public let refusedTargets: [String]

    /// What is wrong with it, in one line.
    var fault: String? {
        refusedTargets.isEmpty
            ? nil : "DNS also names hosts outside of the domain: \(refusedTargets.joined(separator: ", "))"
    }
}
