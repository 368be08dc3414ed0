import Authorisation
import JOSE
import JSON
import Requests

/// A caller that signs its requests, with its private keys.
struct Signer: Sendable {
    var name = "cloud"
    var issuer = "https://reset.example.test"
    /// All valid at once; the first one signs.
    let keys: [SigningKey]
    var users: Set<UInt32> = [1001]
    var operations = Set(Operation.allCases)
    var maximumAge = Duration.seconds(600)
    var requiresAuthenticationTime = true

    init(_ ids: String..., algorithm: SignatureAlgorithm = .edDSA) throws {
        keys = try ids.map { try SigningKey.generate(algorithm, id: $0) }
    }

    /// The caller as the agent's configuration knows it.
    var caller: Caller {
        get throws {
            let set = JSONValue.members(["keys": .array(keys.map(\.publicJWK))])
            let signatory = Signatory(
                issuer: issuer, keys: try VerificationKeys.read(set.text), maximumAuthenticationAge: maximumAge,
                requiresAuthenticationTime: requiresAuthenticationTime)
            return Caller(
                name: name, users: users, groups: [], operations: operations, proof: .signature(signatory))
        }
    }

    /// A token over these claims.
    func token(_ claims: RequestClaims, by key: Int = 0, type: String = Authorisation.tokenType) throws -> String {
        try keys[key].sign(Array(claims.text.utf8), type: type)
    }

    func with(_ change: (inout Signer) -> Void) -> Signer {
        var copy = self
        change(&copy)
        return copy
    }
}
