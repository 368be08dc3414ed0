internal import Secrets

extension Secret {
    /// Characters of a password that nobody has to type.
    private static var bindPasswordLength: Int { 40 }

    /// Capitals, small letters, digits and signs: what a policy may want one of each of. No sign among them means
    /// anything to a directory, a shell or a file of lines.
    private static var kinds: [[UInt8]] {
        ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789", "-_.+=:@%"].map { Array($0.utf8) }
    }

    /// A new random password of the system's generator, with a character of each kind, made in locked memory: about 245
    /// bits.
    static func bindPassword() throws(SecretError) -> Secret {
        let (kinds, length) = (Self.kinds, bindPasswordLength)
        let alphabet = kinds.flatMap(\.self)
        return try Secret(capacity: length) { target in
            var random = SystemRandomNumberGenerator()
            repeat {
                for index in 0..<length { target[index] = alphabet[Int.random(in: alphabet.indices, using: &random)] }
            } while !kinds.allSatisfy { kind in target[..<length].contains { kind.contains($0) } }
            return length
        }
    }
}
