internal import JSON
internal import Secrets

extension EncryptionKey {
    /// Seals with everything chosen by the caller; `sender` and `vector` must never serve again.
    func seal(
        _ plaintext: borrowing Secret, naming members: [(name: String, value: JSONValue)], with sender: DecryptionKey,
        vector: [UInt8]
    ) throws(SealFault) -> String {
        guard SealedPart.ciphertext.size.contains(plaintext.count) else { throw .unsuitablePlaintext }
        let text = Base64URL.encode(Array(header(members, sender.point).text.utf8))
        let contentKey = try ConcatKDF(partyU: [], partyV: []).key(from: sender.agree(with: point))
        let sealed = try ContentEncryption.seal(
            plaintext, vector: vector, authenticated: Array(text.utf8), key: contentKey)
        return [text, "", Base64URL.encode(vector), Base64URL.encode(sealed.ciphertext), Base64URL.encode(sealed.tag)]
            .joined(separator: ".")
    }

    private func header(_ members: [(name: String, value: JSONValue)], _ sender: AgreementPoint) -> JSONValue {
        .object(
            [
                ("alg", .string(SealedHeader.algorithm)), ("enc", .string(ContentEncryption.name)),
                ("kid", .string(id)), ("epk", .object(sender.members)),
            ] + members)
    }
}
