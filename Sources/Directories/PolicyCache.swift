internal import Requests
internal import Synchronization

/// The password policies of a directory as they were read lately, so that not every request reads them again.
///
/// A policy changed in the directory is told anew within ``lifetime``; the directory itself enforces it at once.
final class PolicyCache: Sendable {
    /// How long a policy is believed.
    static let lifetime: Duration = .seconds(30)
    /// Policies kept at most.
    private static let capacity = 1_000

    private struct Known {
        let rules: PasswordRules?
        let readAt: ContinuousClock.Instant
    }

    private let known = Mutex<[String: Known]>([:])

    /// What was read of the policy named `name` and is still fresh: outer nil when nothing is.
    func rules(of name: String) -> PasswordRules?? {
        known.withLock { known in
            guard let entry = known[name], entry.readAt.duration(to: .now) < Self.lifetime else { return nil }
            return .some(entry.rules)
        }
    }

    /// Remembers what was read of the policy named `name`; nil when there is no such entry.
    func remember(_ rules: PasswordRules?, of name: String) {
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[name] = Known(rules: rules, readAt: .now)
        }
    }
}
