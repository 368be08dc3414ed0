internal import JOSE
internal import Secrets

/// The agent's keys: one that callers seal to, one that they will, and those that they did.
public struct KeySet: Sendable {
    /// The most retired keys that are kept.
    public static let retiredLimit = 8

    /// Callers seal to it.
    public let current: AgentKey
    /// It is the current one after the next rotation.
    public let next: AgentKey
    /// What was sealed to them is opened until their end; the one retired last comes first.
    public let retired: [AgentKey]

    /// All keys, the current one first.
    public var all: [AgentKey] { [current, next] + retired }

    init(current: AgentKey, next: AgentKey, retired: [AgentKey]) {
        (self.current, self.next, self.retired) = (current, next, retired)
    }

    /// Makes the keys of a new agent.
    init(generating curve: EllipticCurve, at now: Int) throws(SealFault) {
        self.init(
            current: try .generate(curve, .current, at: now), next: try .generate(curve, .next, at: now), retired: [])
    }

    /// Takes the keys of a file, in any order.
    init(_ keys: [AgentKey]) throws(KeySetFault) {
        var seen: Set<String> = []
        for key in keys where !seen.insert(key.pair.id).inserted { throw .duplicate(id: key.pair.id) }
        func only(_ status: KeyStatus) throws(KeySetFault) -> AgentKey {
            let found = keys.filter { $0.status == status }
            guard let key = found.first, found.count == 1 else { throw .notExactlyOne(status, found: found.count) }
            return key
        }
        let retired = keys.filter { $0.status == .retired }
        guard retired.count <= Self.retiredLimit else { throw .tooManyRetired }
        self.init(current: try only(.current), next: try only(.next), retired: retired)
    }

    /// The next key takes the place of the current one, which opens messages until `end`; a new one becomes the next.
    ///
    /// Retired keys whose end has come are left out.
    func rotated(at now: Int, end: Int, curve: EllipticCurve?) throws(SealFault) -> KeySet {
        KeySet(
            current: next.becoming(.current),
            next: try .generate(curve ?? next.pair.curve, .next, at: now),
            retired: [current.becoming(.retired, until: end)] + retired.filter { $0.opens(at: now) })
    }
}
