internal import ArgumentParser
internal import Glibc

/// What a command has to say, and the exit status that says the same to a script.
struct Report: Equatable {
    let lines: [String]
    let exitCode: ExitCode
    /// Whether it goes to standard error, since it is not what was asked for.
    let isComplaint: Bool

    init(_ lines: [String], exitCode: ExitCode, isComplaint: Bool = false) {
        self.lines = lines
        self.exitCode = exitCode
        self.isComplaint = isComplaint
    }

    /// Nothing is known, because the agent could not be asked.
    init(cannotAsk error: AskError) {
        self.init(["cannot ask the agent: \(error)"], exitCode: .cannotAsk, isComplaint: true)
    }

    /// Prints the lines and ends the program with the exit status.
    func deliver() throws {
        for line in lines {
            fputs(line.printable + "\n", isComplaint ? stderr : stdout)
        }
        throw exitCode
    }
}
