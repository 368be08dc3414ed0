internal import Requests

extension PasswordFingerprint {
    /// The number of its kind and its bytes, as they are in the file.
    var columns: (kind: Int, bytes: [UInt8]) {
        switch self {
        case .absent: (0, [])
        case .sealed(let bytes): (1, bytes)
        case .keyed(let bytes): (2, bytes)
        }
    }

    init?(kind: Int, bytes: [UInt8]) {
        switch kind {
        case 0: self = .absent
        case 1: self = .sealed(bytes)
        case 2: self = .keyed(bytes)
        default: return nil
        }
    }

    /// Whether it can be compared only with those of the same life of the agent.
    var isKeyed: Bool {
        if case .keyed = self { true } else { false }
    }
}
