/// A strict reader of JSON (RFC 8259) that goes forward through bytes it does not own.
///
/// It reads only what it is asked for: an object whose members are all known, strings, booleans and flat arrays. A
/// member that occurs twice is refused (a lenient parser takes the first or the last, and two programs may differ), and
/// since unknown members are refused by the caller at their name, nothing nested is ever skipped over or recursed into.
public struct JSONReader {
    /// Unicode scalar values in a member's name, before it is compared with the known ones.
    public static let nameCharacters = 64

    private let bytes: UnsafeRawBufferPointer
    /// The index of the next byte.
    public private(set) var offset = 0

    /// A reader of `bytes`, which must outlive it.
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The byte at the reader's place, or nil at the end.
    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// How many bytes are left.
    var left: Int { bytes.count - offset }

    mutating func advance() {
        offset += 1
    }

    func notJSON() -> JSONError {
        .malformed(.init(field: "", problem: .notJSON(offset: offset)))
    }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { advance() }
    }

    /// Whether `byte` comes next after white space; it is then passed.
    mutating func passes(_ byte: Character) -> Bool {
        skipSpace()
        guard current == byte.asciiValue else { return false }
        advance()
        return true
    }

    mutating func expect(_ byte: Character) throws(JSONError) {
        guard passes(byte) else { throw notJSON() }
    }

    /// Refuses anything but white space after the value.
    public mutating func end() throws(JSONError) {
        skipSpace()
        guard current == nil else { throw notJSON() }
    }

    /// Reads an object; `member` must read the value of each member it is told of.
    public mutating func object(
        at path: String, member: (inout JSONReader, String) throws(JSONError) -> Void
    ) throws(JSONError) {
        try begin("{", at: path, expected: "an object")
        var names: Set<String> = []
        guard !passes("}") else { return }
        repeat {
            skipSpace()
            let name = try memberName(in: path)
            guard names.insert(name).inserted else {
                throw .malformed(.init(field: path.isEmpty ? name : "\(path).\(name)", problem: .duplicateMember))
            }
            try expect(":")
            try member(&self, name)
        } while passes(",")
        try expect("}")
    }

    private mutating func memberName(in path: String) throws(JSONError) -> String {
        guard current == UInt8(ascii: "\"") else { throw notJSON() }
        let field = path.isEmpty ? "member name" : "\(path) member name"
        return try string(at: field, characters: Self.nameCharacters)
    }

    /// Reads an array of at most `count` values, each by `element`, which is told its path.
    public mutating func array<Value>(
        at path: String, count: Int, element: (inout JSONReader, String) throws(JSONError) -> Value
    ) throws(JSONError) -> [Value] {
        try begin("[", at: path, expected: "an array")
        var values: [Value] = []
        guard !passes("]") else { return values }
        repeat {
            guard values.count < count else { throw .malformed(.init(field: path, problem: .tooLong(limit: count))) }
            values.append(try element(&self, "\(path)[\(values.count)]"))
        } while passes(",")
        try expect("]")
        return values
    }

    /// Reads `true` or `false`.
    public mutating func boolean(at path: String) throws(JSONError) -> Bool {
        skipSpace()
        for (word, value) in [("true", true), ("false", false)] where bytes[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return value
        }
        throw mismatch(at: path, expected: "true or false")
    }

    mutating func begin(_ byte: Character, at path: String, expected: String) throws(JSONError) {
        guard passes(byte) else { throw mismatch(at: path, expected: expected) }
    }

    /// A value of another type is told apart from no JSON at all by its first byte.
    func mismatch(at path: String, expected: String) -> JSONError {
        guard let current, "{[\"-0123456789tfn".utf8.contains(current) else { return notJSON() }
        return .malformed(.init(field: path, problem: .wrongType(expected: expected)))
    }
}
