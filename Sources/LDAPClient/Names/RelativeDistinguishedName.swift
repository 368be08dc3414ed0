/// One component of a name, in the form names are compared in.
struct RelativeDistinguishedName: Sendable, Hashable {
    /// One attribute and its value; a multi-valued component has several, in any order.
    struct Assertion: Sendable, Hashable {
        let type: String
        let value: Value

        init(type: String, value: [UInt8]) {
            self.type = type.lowercased()
            self.value = Value(value)
        }

        init(type: String, encoded value: [UInt8]) {
            self.type = type.lowercased()
            self.value = .encoded(value)
        }
    }

    /// A value ready to compare. Bytes that are not UTF-8 must stay apart, since repairing them would make
    /// different values equal.
    enum Value: Sendable, Hashable {
        case text(String)
        case bytes([UInt8])
        case encoded([UInt8])

        init(_ bytes: [UInt8]) {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                self = .bytes(bytes)
                return
            }
            self = .text(text.lowercased().split(separator: " ").joined(separator: " "))
        }
    }

    private let assertions: Set<Assertion>

    init(_ assertions: [Assertion]) {
        self.assertions = Set(assertions)
    }
}
