import Foundation
import TestSupport

@testable import JOSE

/// A body that no honest caller sends, and what is to become of it.
struct HostileToken: Sendable {
    let name: String
    let body: [UInt8]
    /// What the journal says of it.
    let code: String

    init(_ name: String, _ body: [UInt8], _ code: String) {
        (self.name, self.body, self.code) = (name, body, code)
    }

    init(_ name: String, _ body: String, _ code: String) {
        self.init(name, Array(body.utf8), code)
    }
}

/// Puts tokens together as no honest signer would.
struct TokenForge: Sendable {
    static let type = "writeback-request+jwt"
    let cloud: Cloud
    /// What a good token would say, a write.
    let payload: [UInt8]

    /// The header that the cloud would write.
    var header: String { #"{"alg":"EdDSA","kid":"\#(cloud.key.id)","typ":"\#(Self.type)"}"# }

    func input(_ header: String? = nil) -> String {
        Base64URL.encode(Array((header ?? self.header).utf8)) + "." + Base64URL.encode(payload)
    }

    /// With a good signature of the cloud.
    func signed(_ header: String? = nil, by key: SigningKey? = nil) throws -> String {
        try with(signature: (key ?? cloud.key).signature(of: Array(input(header).utf8)), header)
    }

    func with(signature: [UInt8], _ header: String? = nil) -> String {
        input(header) + "." + Base64URL.encode(signature)
    }

    /// The good header with one member more.
    func header(adding member: String) -> String { header.dropLast() + "," + member + "}" }

    /// The good header with one member in another's place.
    func header(_ name: String, _ value: String?) -> String {
        let members = [("alg", "\"EdDSA\""), ("kid", "\"\(cloud.key.id)\""), ("typ", "\"\(Self.type)\"")]
        let changed = members.compactMap { $0.0 == name ? value.map { (name, $0) } : $0 }
        return "{" + changed.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// The three parts of the good token.
    var parts: [String] {
        get throws { try signed().split(separator: ".").map(String.init) }
    }
}
