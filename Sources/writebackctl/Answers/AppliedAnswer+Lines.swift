internal import Requests

extension AppliedAnswer {
    /// The answer in words.
    var lines: [String] {
        var facts = FactList()
        facts.add("written and verified", place)
        facts.add("password changed", passwordChanged)
        facts.add("locked before", wasLocked)
        facts.add("new password asked for at the next sign-in", mustChange)
        facts.add("wrong passwords counted before", attempts: failedAttempts, last: lastFailedAttempt)
        facts.add("WARNING", warning)
        facts.add("account id", account?.id)
        facts.add(requestID: requestId, correlationID: correlationId)
        return ["applied: \(operation ?? "request") of \(account?.dn ?? "the account")"] + facts.lines
    }

    private var place: String? {
        let parts = [
            time.map { "at \($0)" }, server.map { "on \($0)" }, directory.map { "in directory \($0)" },
            verifiedBy.map { "seen by \($0)" },
        ]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: " ")
    }

    private var warning: String? {
        guard shortfall == Shortfall.mustChangeNotSet.rawValue else { return shortfall }
        return "the password is written, but the directory was not made to ask for a new one at the next sign-in"
    }
}
