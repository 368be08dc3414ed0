internal import AgentKeys
internal import ArgumentParser
internal import JOSE
internal import Requests

/// `writebackctl keys rotate`: the next key takes the current one's place.
struct KeysRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put the next key in the current one's place, and make a new next key.",
        discussion: """
            What was sealed to the old key is opened until its end. Callers know the next key before it is in use, so \
            nothing has to be done on their side.
            """)

    @OptionGroup var options: KeyOptions

    @Option(
        help: ArgumentHelp(
            "For how long the old key opens messages (default: keys.overlap in the configuration; a week with --file).",
            valueName: "hours"))
    var overlap: Int?

    func validate() throws {
        guard let overlap else { return }
        guard (0...24 * 366).contains(overlap) else { throw ValidationError("--overlap must be 0 to 8784 hours.") }
    }

    func run() throws {
        try Report(keys: { () throws(KeysFault) in try report(at: .now) }).deliver()
    }

    func report(at now: Timestamp) throws(KeysFault) -> Report {
        let location = try options.location()
        let keys = try location.rotate(at: now, overlap: overlap.map { .seconds($0 * 3600) } ?? location.overlap)
        var lines = [
            "rotated: \(keys.current.pair.id) is now the current key, \(keys.next.pair.id) is the new next one"
        ]
        if let old = keys.retired.first, let end = old.end {
            lines.append("\(old.pair.id) opens what was sealed to it until \(Timestamp(seconds: end))")
        }
        lines.append("run 'systemctl reload writebackd' to put this in force")
        return Report(lines, exitCode: .success)
    }
}
