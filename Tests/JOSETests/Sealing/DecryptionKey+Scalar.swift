import Secrets

@testable import JOSE

extension DecryptionKey {
    /// The private part.
    func scalar() throws -> Secret {
        try pair.scalar(on: curve)
    }
}
