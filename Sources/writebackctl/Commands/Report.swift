internal import ArgumentParser

/// What a command has to say, and the exit status that says the same to a script.
struct Report: Equatable {
    let lines: [String]
    let exitCode: ExitCode
    /// Whether it goes to standard error, since it is not what was asked for.
    let isComplaint: Bool

    /// A report in words, which may repeat what a directory sent.
    init(_ lines: [String], exitCode: ExitCode, isComplaint: Bool = false) {
        self.lines = lines.map(\.printable)
        self.exitCode = exitCode
        self.isComplaint = isComplaint
    }

    /// A text for another program, as it is.
    init(verbatim text: String, exitCode: ExitCode) {
        lines = [text]
        self.exitCode = exitCode
        isComplaint = false
    }

    /// Nothing is known, because the agent could not be asked.
    init(cannotAsk error: AskError) {
        self.init(["cannot ask the agent: \(error)"], exitCode: .cannotAsk, isComplaint: true)
    }

    /// Prints the lines and ends the program with the exit status.
    func deliver() throws {
        var complaints = StandardError()
        for line in lines {
            if isComplaint {
                print(line, to: &complaints)
            } else {
                print(line)
            }
        }
        throw exitCode
    }
}
