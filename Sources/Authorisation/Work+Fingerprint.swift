internal import JOSE
internal import Requests
internal import Secrets

extension Work {
    /// HMAC-SHA-256 of the passwords; nil when there are none.
    func keyedFingerprint(under key: SharedSecret) -> [UInt8]? {
        switch self {
        case .reset(let reset): reset.new.keyedFingerprint(under: key)
        case .change(let change): Self.fingerprint(of: change, under: key)
        default: nil
        }
    }

    /// Each has the same length whatever the password, so that two cannot run into each other.
    private static func fingerprint(of change: borrowing Change, under key: SharedSecret) -> [UInt8] {
        change.current.keyedFingerprint(under: key) + change.new.keyedFingerprint(under: key)
    }
}

extension Secret {
    fileprivate func keyedFingerprint(under key: SharedSecret) -> [UInt8] {
        key.withSecret { SHA256.hmac(key: $0, self) }
    }
}
