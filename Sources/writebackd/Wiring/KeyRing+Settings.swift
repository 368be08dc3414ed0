import AgentConfiguration
import AgentKeys
import JOSE
import Ledger
import Requests
import SystemdLink

extension KeyRing {
    /// Reads the agent's keys, and makes them where there are none yet; or notes what is wrong with them.
    ///
    /// They are proved to open what is sealed to them before anybody is told to seal with them.
    static func wired(_ settings: KeySettings, ledger: Ledger, _ findings: inout [Finding]) -> KeyRing? {
        do {
            let ring = try read(settings.source, settings.curve, ledger)
            try ring.selfTest()
            return ring
        } catch {
            findings.append(Finding(keyPath: "keys", message: "\(error)"))
            return nil
        }
    }

    private static func read(_ source: KeySource, _ curve: KeyCurve, _ ledger: Ledger) throws -> KeyRing {
        switch source {
        case .credential(let name):
            return try KeyRing(reading: try CredentialStore().read(name), source: "credential \(name)")
        case .file(let path):
            do throws(AgentKeyError) {
                return KeyRing(try KeyFile.read(path).keys)
            } catch .missing {
                return try made(at: path, curve, ledger)
            }
        }
    }

    private static func made(at path: String, _ curve: KeyCurve, _ ledger: Ledger) throws(AgentKeyError) -> KeyRing {
        let file = try KeyFile.make(path, curve: curve == .p256 ? .p256 : .x25519, at: Timestamp.now.seconds)
        let ring = KeyRing(file.keys)
        ledger.note(.keysMade, "the agent made itself keys in \(path): \(ring.identifiers.joined(separator: ", "))")
        return ring
    }
}
