internal import ArgumentParser

extension ExitCode {
    /// keys: nothing was done.
    static let keysUnusable = ExitCode(1)
}

extension Report {
    /// What a command on the keys has to say, or why it was not carried out.
    init(keys report: () throws(KeysFault) -> Report) {
        do throws(KeysFault) {
            self = try report()
        } catch {
            let lines = error.description.split(separator: "\n").map(String.init)
            self.init(lines, exitCode: .keysUnusable, isComplaint: true)
        }
    }
}
