import AccountPolicy
import Requests

/// One state of an account, put together from parts, each of which poses at most one obstacle.
struct Situation: Sendable {
    static let now = Timestamp(seconds: 1_000_000)

    let lock: (state: LockState, poses: Refusal?)
    let validity: (from: Timestamp?, until: Timestamp?, poses: Refusal?)
    let rules: PasswordRules?
    let age: (lastChange: Timestamp?, mustChange: Bool)

    static let locks: [(LockState, Refusal?)] = [
        (.open, nil), (.locked(since: now + -60, until: now + 540), .accountLocked(since: now + -60)),
        (.locked(since: now + -60, until: nil), .accountLocked(since: now + -60)),
        (.byAdministrator, .lockedByAdministrator),
    ]

    static let validities: [(Timestamp?, Timestamp?, Refusal?)] = [
        (nil, nil, nil), (now, now + 1, nil), (now + -9, nil, nil), (nil, now + 9, nil),
        (nil, now, .accountExpired(since: now)), (nil, now + -9, .accountExpired(since: now + -9)),
        (now + 1, nil, .accountNotYetValid(until: now + 1)), (now + 5, now + 9, .accountNotYetValid(until: now + 5)),
        (now + 9, now + -9, .accountExpired(since: now + -9)),
    ]

    static let ages: [(Timestamp?, Bool)] = [
        (nil, false), (now + -100, false), (now + -99, false), (now, false), (now + -99, true), (nil, true),
    ]

    /// No rules, and every combination of those that matter to the policy.
    static let rules: [PasswordRules?] =
        [nil]
        + [nil, 0, 100].flatMap { age in
            [(true, true), (true, false), (false, true), (false, false)].map { allowsChange, wantsCurrent in
                var rules = PasswordRules()
                (rules.minimumAge, rules.allowsChange, rules.wantsCurrentPassword) = (age, allowsChange, wantsCurrent)
                return rules
            }
        }

    static let all: [Situation] = locks.flatMap { lock in
        validities.flatMap { validity in
            rules.flatMap { rules in
                ages.map { Situation(lock: lock, validity: validity, rules: rules, age: $0) }
            }
        }
    }

    var facts: AccountFacts {
        var facts = AccountFacts(
            identity: AccountIdentity(directory: "corp", server: "ldap://x", distinguishedName: "uid=a", anchor: "1"))
        (facts.lock, facts.validFrom, facts.validUntil) = (lock.state, validity.from, validity.until)
        (facts.rules, facts.lastChange, facts.mustChange) = (rules, age.lastChange, age.mustChange)
        return facts
    }

    /// A password of less than its minimum age may be replaced only when a change is asked for anyway.
    private var tooYoung: Refusal? {
        guard rules?.minimumAge == 100, !age.mustChange, let changed = age.lastChange else { return nil }
        return changed == Self.now + -100 ? nil : .passwordTooYoung(until: changed + 100)
    }

    /// What the documentation says stands in the way of each operation, in this order.
    func obstacles(to operation: Operation) -> [Refusal] {
        let forGood = lock.state == .byAdministrator ? lock.poses : nil
        let wantsCurrent = rules?.wantsCurrentPassword == true ? Refusal.currentPasswordRequired : nil
        let noChange = rules?.allowsChange == false ? Refusal.changeForbidden : nil
        let all: [Refusal?] =
            switch operation {
            case .status: []
            case .unlock: [validity.poses, forGood]
            case .reset: [validity.poses, forGood, wantsCurrent, tooYoung]
            case .change: [validity.poses, lock.poses, noChange, tooYoung]
            }
        return all.compactMap(\.self)
    }
}
