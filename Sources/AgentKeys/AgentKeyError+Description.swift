internal import Glibc
internal import JOSE

extension AgentKeyError: CustomStringConvertible {
    /// One sentence for an administrator: what is wrong and what to do; safe to log.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): there is no key file; the agent makes one at its first start"
        case .exists(let path): "\(path): there is a key file already, and new keys do not replace it"
        case .notRegular(let path): "\(path): not a regular file; put the key file itself there, not a link to it"
        case .exposed(let path, let mode):
            "\(path): mode \(String(mode, radix: 8)) lets others than its owner at private keys; chmod 600, and rotate the "
                + "keys if anybody has read them"
        case .foreignOwner(let path, let uid):
            "\(path): belongs to uid \(uid), who can read and replace it; chown it to the agent's user"
        case .system(let path, let doing, let code): "\(path): \(doing): \(String(cString: strerror(code)))"
        case .notDurable(let path, let code):
            "\(path): the keys are replaced, but they may not survive a power failure: writing the folder to disk failed "
                + "(\(String(cString: strerror(code)))); see to the disk, and do not replace them again"
        case .damaged(let source, let fault):
            "\(source): \(fault); restore it from a backup, or move it away and restart the agent, which then makes new keys"
        case .tooManyRetired(let path, let end):
            "\(path): \(KeySet.retiredLimit) retired keys still open messages, the first until \(end) seconds since 1970; "
                + "rotate after that"
        case .selfTestFailed(let id): "key \(id) does not open what is sealed to it; rotate the keys"
        case .cryptographyFailed: "libcrypto made no key; see whether its configuration allows P-256 and X25519"
        case .secureMemory: "there is no locked memory left for keys; raise LimitMEMLOCK"
        }
    }
}

extension AgentKeyError {
    init(_ fault: KeySetFault, in source: String) {
        self = fault == .secureMemory ? .secureMemory : .damaged(source: source, fault)
    }

    init(_ fault: SealFault) {
        self = fault == .secureMemory ? .secureMemory : .cryptographyFailed
    }
}
