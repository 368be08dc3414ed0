internal import ArgumentParser

/// The exit statuses of the commands, as writebackctl(1) has them; a wrong use of the command line is 64.
extension ExitCode {
    /// check-config: there are errors.
    static let hasErrors = ExitCode(1)
    /// status: the agent is there and does not serve all requests.
    static let notReady = ExitCode(1)
    /// request, rotate-bind: turned down. check: not everything would work.
    static let refused = ExitCode(1)
    /// status, check, request, rotate-bind: nobody was asked, or nobody answered.
    static let cannotAsk = ExitCode(2)
    /// request, rotate-bind: nothing was written; the same request may be sent again.
    static let notApplied = ExitCode(3)
    /// request, rotate-bind: the write may or may not have happened.
    static let unknown = ExitCode(4)
}
