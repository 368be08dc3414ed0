extension ProblemAnswer {
    /// The problem in words, under the `verdict` that it led to and with what to do about it.
    func lines(_ verdict: String, advice: String? = nil) -> [String] {
        var facts = FactList()
        for (name, value) in (parameters ?? [:]).sorted(by: { $0.key < $1.key }) {
            facts.add(name, value.description)
        }
        facts.add("what to do", advice)
        facts.add("whom to ask", contact)
        facts.add(requestID: requestId, correlationID: correlationId)
        return ["\(verdict): \(detail ?? title ?? "no reason given")" + (code.map { " (\($0))" } ?? "")] + facts.lines
    }

    /// How to go on where nothing was written.
    var retryAdvice: String {
        let wait = retryAfter.map { " in \(Elapsed(seconds: $0))" } ?? " later"
        return "nothing was written; send the same request again\(wait)"
    }
}
