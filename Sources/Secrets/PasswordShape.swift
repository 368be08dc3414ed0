/// What a directory's rules ask of a password, without the password: how long it is, what it mixes, which names it holds.
///
/// Directories that refuse a password without a reason are explained by it.
public struct PasswordShape: ~Copyable {
    /// Its Unicode scalar values.
    public let characters: Int
    /// Its length in UTF-16, which Windows counts by.
    public let utf16Units: Int
    /// The kinds of characters in it.
    public let classes: Set<CharacterClass>
    /// Its scalar values in lower case, four bytes each, in the order of this machine.
    private let folded: Secret

    /// Takes the measure of a password in UTF-8; what is not well-formed ends it.
    ///
    /// - Throws: ``SecretError`` when the secure heap is full.
    public init(of password: borrowing Secret) throws(SecretError) {
        let folded = try Self.folded(password)
        var (characters, units) = (0, 0)
        var classes: Set<CharacterClass> = []
        password.forEachScalar { scalar in
            characters += 1
            units += scalar.utf16.count
            if let kind = CharacterClass(scalar) { classes.insert(kind) }
        }
        (self.characters, utf16Units, self.classes) = (characters, units, classes)
        self.folded = folded
    }

    /// Whether `name` is a part of it, in any case; an empty name is a part of nothing.
    public func contains(_ name: String) -> Bool {
        var wanted: [UInt32] = []
        for scalar in name.unicodeScalars { Self.lowercase(scalar) { wanted.append($0) } }
        return folded.withUnsafeBytes { bytes in
            let scalars = bytes.bindMemory(to: UInt32.self)
            guard !wanted.isEmpty, scalars.count >= wanted.count else { return false }
            return (0...(scalars.count - wanted.count)).contains { start in
                wanted.indices.allSatisfy { wanted[$0] == scalars[start + $0] }
            }
        }
    }

    /// A scalar value of one byte stays one in lower case, and one of more bytes becomes two at most.
    private static func folded(_ password: borrowing Secret) throws(SecretError) -> Secret {
        let width = MemoryLayout<UInt32>.size
        return try Secret(capacity: width * password.count) { target in
            var end = 0
            password.forEachScalar { scalar in
                lowercase(scalar) { value in
                    target.storeBytes(of: value, toByteOffset: end, as: UInt32.self)
                    end += width
                }
            }
            return end
        }
    }

    /// One character at a time: a text of more would be a copy of the password in ordinary memory.
    private static func lowercase(_ scalar: Unicode.Scalar, _ body: (UInt32) -> Void) {
        guard !scalar.isASCII else {
            body((0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value)
            return
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { body(lower.value) }
    }
}
