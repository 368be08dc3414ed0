internal import JOSE
internal import JSON
internal import Secrets

/// The keys as a JWK set (RFC 7517 section 5) of private keys.
extension KeySet {
    /// Bytes of the largest key file; ten keys take a third of it.
    static let sizeLimit = 16 << 10

    /// Reads them.
    init(reading text: borrowing Secret) throws(KeySetFault) {
        let keys: [AgentKey]
        do throws(JSONError) {
            keys = try text.withUnsafeBytes { (text) throws(JSONError) in try Self.keys(in: text) }
        } catch {
            throw KeySetFault(error)
        }
        try self.init(keys)
    }

    private static func keys(in text: UnsafeRawBufferPointer) throws(JSONError) -> [AgentKey] {
        var reader = JSONReader(text)
        var keys: [AgentKey]?
        try reader.object(at: "") { (reader, name) throws(JSONError) in
            guard name == "keys" else { throw .malformed(.init(field: name, problem: .unknownMember)) }
            keys = try reader.array(at: name, count: 2 + retiredLimit) { (reader, path) throws(JSONError) in
                try AgentKey(reading: &reader, at: path)
            }
        }
        try reader.end()
        guard let keys else { throw .malformed(.init(field: "keys", problem: .missing)) }
        return keys
    }

    /// Writes them, a key a line.
    func text() throws(SealFault) -> Secret {
        var pieces: [SharedSecret] = []
        for key in all { pieces.append(SharedSecret(try key.privateJWK())) }
        do throws(SecretError) {
            return try Secret(capacity: Self.sizeLimit) { target in
                var writer = ByteWriter(target)
                writer.write(Array(#"{"keys":["#.utf8))
                for (number, piece) in pieces.enumerated() {
                    writer.write(Array((number == 0 ? "\n" : ",\n").utf8))
                    piece.withUnsafeBytes { writer.write($0) }
                }
                writer.write(Array("\n]}\n".utf8))
                return writer.count
            }
        } catch {
            throw .secureMemory
        }
    }
}
