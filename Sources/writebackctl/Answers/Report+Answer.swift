internal import ArgumentParser
internal import Requests

extension Report {
    /// How to find out what became of a write of which nothing is known.
    private static let inquiry =
        "run 'writebackctl request status' for the account and look at when its password was last changed and "
        + "whether it is locked, before sending another request"

    /// An answer in words.
    init(_ answer: Answer) {
        let lines =
            switch answer {
            case .applied(let applied): applied.lines
            case .answered(let status): status.lines
            case .refused(let problem): problem.lines("refused")
            case .notApplied(let problem): problem.lines("not applied", advice: problem.retryAdvice)
            case .unknown(let problem): problem.lines("unknown", advice: Self.inquiry)
            }
        self.init(lines, exitCode: answer.exitCode)
    }

    /// The reply's content as it came.
    init(raw reply: HTTPReply, exitCode: ExitCode) {
        self.init(verbatim: String(decoding: reply.body, as: UTF8.self), exitCode: exitCode)
    }

    /// No answer: either the agent could not be asked, or it may have carried the request out without saying so.
    init(failure error: AskError, of request: RequestDraft) {
        if error.isAfterRequest, request.operation != .status {
            self.init(noAnswer: error, to: request)
        } else {
            self.init(cannotAsk: error)
        }
    }

    private init(noAnswer error: AskError, to request: RequestDraft) {
        var facts = FactList()
        facts.add("what to do", Self.inquiry)
        facts.add("request id", "\(request.id) (journalctl -u writebackd WRITEBACK_REQUEST_ID=\(request.id))")
        self.init(
            ["unknown: the request was sent, but \(error)"] + facts.lines, exitCode: .unknown, isComplaint: true)
    }
}
