internal import AgentConfiguration
internal import AgentKeys
internal import JOSE
internal import Requests
internal import Secrets

/// A key file, and how its keys follow each other.
struct KeyLocation {
    let path: String
    /// How long a key that was rotated out still opens messages.
    var overlap: Duration = .seconds(7 * 86400)
    /// The curve of new keys; nil for that of the newest one there is.
    var curve: KeyCurve?

    func read() throws(KeysFault) -> KeySet {
        try keys { () throws(AgentKeyError) in try KeyFile.read(path) }
    }

    func rotate(at now: Timestamp, overlap: Duration) throws(KeysFault) -> KeySet {
        let curve = curve.map { $0 == .p256 ? EllipticCurve.p256 : .x25519 }
        return try keys { () throws(AgentKeyError) in
            try KeyFile.rotate(path, at: now.seconds, overlap: overlap, curve: curve)
        }
    }

    private func keys(_ file: () throws(AgentKeyError) -> KeyFile) throws(KeysFault) -> KeySet {
        // Beside the locked memory: nothing of a process that holds private keys belongs into a dump.
        _ = CoreDumps.deny()
        do throws(AgentKeyError) {
            return try file().keys
        } catch {
            throw .keys(error)
        }
    }
}
