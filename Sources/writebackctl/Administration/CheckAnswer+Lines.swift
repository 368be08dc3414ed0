internal import ArgumentParser
internal import Requests

extension CheckAnswer: AdministratorDocument {
    /// What is switched off is nobody's fault.
    private static var switchedOff: String { Refusal.operationOff(.status).entry.code }

    /// 0 where all that is switched on would work, and under the directory's own policy.
    var exitCode: ExitCode {
        let works = operations.values.allSatisfy { $0.eligible || $0.code == Self.switchedOff }
        return works && !(rights ?? []).contains { $0.state == "excessive" } ? .success : .refused
    }

    /// The directory, the account, each operation, and each right that is not certain, with how to grant it.
    var lines: [String] {
        var facts = FactList()
        facts.add("directory", directoryWords)
        facts.add("server", server)
        facts.add("account id", account?.id)
        facts.add("locked", lock?.words)
        for operation in Operation.allCases {
            facts.add(operation.rawValue, operations[operation.rawValue].map(words))
        }
        return ["checked: \(account?.dn ?? "the account")"] + facts.lines + limitLines + rightLines + lastLines
    }

    private var directoryWords: String? {
        guard let directory else { return nil }
        let product = [product, kind.map { "kind \($0)" }].compactMap(\.self).joined(separator: ", ")
        return directory + (product.isEmpty ? "" : " (\(product))")
    }

    private func words(_ eligibility: StatusAnswer.Eligibility) -> String {
        guard !eligibility.eligible else { return "yes" }
        return "no: \(eligibility.detail ?? "no reason given")" + (eligibility.code.map { " (\($0))" } ?? "")
    }

    private var limitLines: [String] {
        let limits = limits ?? []
        return limits.isEmpty
            ? [] : ["What this directory cannot do:"] + limits.map { "  \($0.words)" }
    }

    private var rightLines: [String] {
        let doubtful = (rights ?? []).filter { $0.state != "granted" }
        return doubtful.flatMap(lines)
    }

    private func lines(_ right: Right) -> [String] {
        let operations = (right.operations ?? []).joined(separator: ", ")
        let need =
            operations.isEmpty ? "" : ", which \(operations) \((right.operations ?? []).count == 1 ? "needs" : "need")"
        let (head, words) =
            switch right.state {
            case "missing": ("The agent lacks the right \(right.right)\(need).", "To grant it:")
            case "excessive":
                ("The agent has more than the right \(right.right): no password policy holds it.", "To put that right:")
            default: ("Whether the agent has the right \(right.right)\(need), cannot be seen.", "To be sure:")
            }
        guard let remedy = right.remedy else { return [head] }
        return [head, "  \(words)"]
            + remedy.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }

    private var lastLines: [String] {
        var facts = FactList()
        facts.add(requestID: nil, correlationID: correlationId)
        return facts.lines
    }
}
