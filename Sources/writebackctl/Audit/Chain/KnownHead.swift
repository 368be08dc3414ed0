internal import ArgumentParser

/// A place in the chain that somebody noted elsewhere: `SEQUENCE:HASH`, as an earlier check printed it.
struct KnownHead: Equatable, Sendable, ExpressibleByArgument, CustomStringConvertible {
    /// What a later check finds of it.
    enum Standing: String, Sendable {
        /// The record has that hash still: nothing up to it was changed.
        case confirmed
        /// The record has another hash.
        case contradicted
        /// The record is not there to be looked at.
        case absent
    }

    let sequence: UInt64
    let hash: Digest

    init(sequence: UInt64, hash: Digest) {
        self.sequence = sequence
        self.hash = hash
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = UInt64(parts[0]), let hash = Digest(hexadecimal: String(parts[1]))
        else { return nil }
        self.init(sequence: sequence, hash: hash)
    }

    /// The form that the option takes.
    var description: String { "\(sequence):\(hash)" }

    /// Holds it against what a record has now, nil where there is no such record.
    ///
    /// - Parameter end: The newest sequence; a chain that ends before a head that was seen has been cut off.
    func standing(against hash: Digest?, end: UInt64) -> Standing {
        guard let hash else { return sequence > end ? .contradicted : .absent }
        return hash == self.hash ? .confirmed : .contradicted
    }
}
