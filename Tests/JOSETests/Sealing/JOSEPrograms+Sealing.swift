import Foundation
import TestSupport

/// Sealing and opening by others.
extension JOSEPrograms {
    private static let script = """
        import json, sys

        def jwcrypto_seal(key, header, text):
            from jwcrypto import jwe, jwk
            token = jwe.JWE(text.encode(), protected=json.dumps(header), recipient=jwk.JWK(**key))
            return token.serialize(compact=True)

        def jwcrypto_open(key, token):
            from jwcrypto import jwe, jwk
            found = jwe.JWE()
            found.deserialize(token, jwk.JWK(**key))
            return found.payload.decode()

        def registry():
            from joserfc import jwe
            return jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"], strict_check_header=False)

        def joserfc_seal(key, header, text):
            from joserfc import jwe, jwk
            return jwe.encrypt_compact(header, text.encode(), jwk.import_key(key), registry=registry())

        def joserfc_open(key, token):
            from joserfc import jwe, jwk
            return jwe.decrypt_compact(token, jwk.import_key(key), registry=registry()).plaintext.decode()

        request = json.load(sys.stdin)
        print(globals()[request.pop("do")](**request), end="")
        """

    /// The compact JWE of `text`, with the protected header `header`, to the public key `jwk`.
    func seal(_ text: String, header: String, jwk: String) async throws -> String {
        guard self == .jose else {
            return try await python(#""do":"\#(rawValue)_seal","key":\#(jwk),"header":\#(header),"text":"\#(text)""#)
        }
        return try await Self.withFile(jwk) { key in
            let template = #"{"protected":\#(header)}"#
            return try await Command.run(
                "/usr/bin/jose", ["jwe", "enc", "-I", "-", "-k", key, "-i", template, "-c"], input: text)
        }
    }

    /// What `token` holds, opened with the private key `jwk`.
    func open(_ token: String, jwk: String) async throws -> String {
        guard self == .jose else {
            return try await python(#""do":"\#(rawValue)_open","key":\#(jwk),"token":"\#(token)""#)
        }
        return try await Self.withFile(jwk) { key in
            try await Command.run("/usr/bin/jose", ["jwe", "dec", "-i", "-", "-k", key], input: token)
        }
    }

    private func python(_ members: String) async throws -> String {
        try await Command.run(try await Self.python.value, ["-c", Self.script], input: "{\(members)}")
    }

    private static func withFile(
        _ text: String, _ body: (String) async throws -> String
    ) async throws -> String {
        let file = "\(Repository.temporary)/jose-key-\(UInt32.random(in: 0 ... .max))"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try await body(file)
    }
}
