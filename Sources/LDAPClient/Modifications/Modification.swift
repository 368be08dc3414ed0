/// One change to one attribute of an entry (RFC 4511 section 4.6).
public struct Modification: Sendable {
    /// What to do with the values; the raw value is the number on the wire.
    public enum Operation: Int32, Sendable {
        /// Adds the values to those that are there.
        case add = 0
        /// Removes the values, or all of them when none are given.
        case delete = 1
        /// Puts the values in place of those that are there; no values remove the attribute if it exists.
        case replace = 2
    }

    /// What to do with the values.
    public let operation: Operation
    /// The attribute description.
    public let attribute: String
    /// The values.
    public let values: [ModificationValue]

    /// Makes a change.
    public init(_ operation: Operation, _ attribute: String, _ values: [ModificationValue] = []) {
        self.operation = operation
        self.attribute = attribute
        self.values = values
    }

    /// Adds values.
    public static func add(_ attribute: String, _ values: ModificationValue...) -> Modification {
        Modification(.add, attribute, values)
    }

    /// Removes these values, or the whole attribute when there are none.
    public static func delete(_ attribute: String, _ values: ModificationValue...) -> Modification {
        Modification(.delete, attribute, values)
    }

    /// Replaces all values.
    public static func replace(_ attribute: String, _ values: ModificationValue...) -> Modification {
        Modification(.replace, attribute, values)
    }
}
