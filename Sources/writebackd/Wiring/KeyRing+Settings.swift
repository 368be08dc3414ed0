import AgentConfiguration
import AgentKeys
import JOSE
import Ledger
import Requests
import SystemdLink

extension KeyRing {
    /// Reads the agent's keys, and makes them where there are none yet; or notes what is wrong with them.
    ///
    /// They are proved to open what is sealed to them before anybody is told to seal with them. A file that is missing
    /// while its keys are in force was lost: new keys would not open what callers go on sealing to the old ones.
    ///
    /// - Parameter findings: All that is wrong with the rest: with a configuration that is refused no keys are made.
    static func wired(
        _ settings: KeySettings, areInForce: Bool, ledger: Ledger, _ findings: inout [Finding]
    ) -> KeyRing? {
        do {
            let ring = try read(settings.source)
            try ring.selfTest()
            return ring
        } catch AgentKeyError.missing(let path) {
            return missing(path, settings.curve, areInForce: areInForce, ledger, &findings)
        } catch {
            findings.append(Finding(keyPath: "keys", message: "\(error)"))
            return nil
        }
    }

    private static func read(_ source: KeySource) throws -> KeyRing {
        switch source {
        case .credential(let name):
            try KeyRing(reading: try CredentialStore().read(name), source: "credential \(name)")
        case .file(let path): KeyRing(try KeyFile.read(path).keys)
        }
    }

    private static func missing(
        _ path: String, _ curve: KeyCurve, areInForce: Bool, _ ledger: Ledger, _ findings: inout [Finding]
    ) -> KeyRing? {
        guard !areInForce else {
            let message = "\(path) is missing; the keys in force stay; put it back"
            findings.append(Finding(keyPath: "keys", message: message))
            return nil
        }
        guard findings.isEmpty else { return nil }
        do throws(AgentKeyError) {
            let ring = try made(at: path, curve, ledger)
            try ring.selfTest()
            return ring
        } catch {
            findings.append(Finding(keyPath: "keys", message: "\(error)"))
            return nil
        }
    }

    private static func made(at path: String, _ curve: KeyCurve, _ ledger: Ledger) throws(AgentKeyError) -> KeyRing {
        let file = try KeyFile.make(path, curve: curve == .p256 ? .p256 : .x25519, at: Timestamp.now.seconds)
        let ring = KeyRing(file.keys)
        ledger.note(.keysMade, "the agent made itself keys in \(path): \(ring.identifiers.joined(separator: ", "))")
        return ring
    }
}
