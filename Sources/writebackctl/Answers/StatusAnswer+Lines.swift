extension StatusAnswer {
    /// The answer in words.
    var lines: [String] {
        var facts = FactList()
        facts.add("locked", lock?.words)
        facts.add("wrong passwords counted", attempts: failedAttempts, last: lastFailedAttempt)
        facts.add("password last changed", lastChange)
        facts.add("password expires", passwordExpires)
        facts.add("new password asked for at the next sign-in", mustChange)
        facts.add("rules for passwords", passwordRules?.words)
        for (operation, eligibility) in (operations ?? [:]).sorted(by: { $0.key < $1.key }) {
            facts.add(operation, eligibility.words)
        }
        facts.add("asked", [server, directory.map { "directory \($0)" }].compactMap(\.self).joined(separator: ", "))
        facts.add("account id", account?.id)
        facts.add(requestID: requestId, correlationID: correlationId)
        return ["answered: status of \(account?.dn ?? "the account")"] + facts.lines
    }
}

extension StatusAnswer.Lock {
    var words: String {
        guard locked else { return "no" }
        guard byAdministrator != true else { return "yes, by an administrator; only an administrator can unlock it" }
        let end = until ?? "it is unlocked"
        return "yes" + (since.map { ", since \($0)" } ?? "") + ", until \(end)"
    }
}

extension StatusAnswer.Rules {
    /// What a new password, and its owner, have to keep to; nil where nothing is required.
    var words: String? {
        let rules = [
            minLength.map { "at least \($0) characters" },
            maxLength.map { "at most \($0) characters" },
            history.map { "none of the last \($0)" },
            minAgeSeconds.map { "kept for at least \(Elapsed(seconds: $0))" },
            maxAgeSeconds.map { "expires after \(Elapsed(seconds: $0))" },
            lockoutThreshold.map { "locked after \($0) wrong ones" + lockoutWords },
        ].compactMap(\.self)
        return rules.isEmpty ? nil : rules.joined(separator: "; ")
    }

    private var lockoutWords: String {
        lockoutSeconds.map { " for \(Elapsed(seconds: $0))" } ?? " until unlocked"
    }
}

extension StatusAnswer.Eligibility {
    var words: String {
        guard !eligible else { return "possible" }
        return "not possible: \(detail ?? "no reason given")" + (code.map { " (\($0))" } ?? "")
    }
}
