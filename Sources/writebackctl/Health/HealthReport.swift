internal import ArgumentParser
internal import Requests

/// The agent's health in words for somebody who was woken by it: what is wrong, since when, what to do next.
struct HealthReport {
    private static let ledgerAdvice =
        "ledger: see its reason above; is the disk full? ('df -h /var/lib/writebackd'); the agent goes on by itself when "
        + "there is room again"
    private static let journalAdvice =
        "journal: 'systemctl status systemd-journald'; is the disk full? ('df -h /var/log/journal /run')"

    private let document: HealthDocument
    private let now: Timestamp

    init(of document: HealthDocument, now: Timestamp = .now) {
        self.document = document
        self.now = now
    }

    var report: Report {
        Report(
            [headline] + facts.map { "  " + $0 } + section("What to do:", advice),
            exitCode: state == .ready ? .success : .notReady)
    }

    private var state: HealthState? { HealthState(rawValue: document.status) }

    private var headline: String {
        let version = document.version.map { " " + $0 } ?? ""
        let agent = document.agent.map { " (\($0))" } ?? ""
        return "writebackd\(version)\(agent) is \(state?.meaning ?? "in a state unknown here: \(document.status)")"
    }

    private var facts: [String] {
        [document.detail].compactMap(\.self) + recordFacts + (document.directories ?? []).flatMap(facts)
    }

    private var recordFacts: [String] {
        [
            fact("ledger", document.ledger, else: "without a record nothing is written, so every write is refused"),
            fact("journal", document.journal, else: "its entries are kept in the ledger and sent when it is back"),
        ].compactMap(\.self)
    }

    private func fact(_ name: String, _ condition: HealthDocument.Condition?, else consequence: String) -> String? {
        guard let condition else { return nil }
        guard condition.status != "ok" else { return "\(name): takes entries" }
        let reason = condition.reason.map { " (\($0))" } ?? ""
        return "\(name): \(condition.status)\(reason); \(consequence)"
    }

    private func facts(_ directory: HealthDocument.Directory) -> [String] {
        DirectoryFacts(directory, now: now).lines
    }

    private var advice: [String] {
        let ledger = document.ledger.map { $0.status != "ok" } ?? false
        let journal = document.journal.map { $0.status != "ok" } ?? false
        return [state?.advice, ledger ? Self.ledgerAdvice : nil, journal ? Self.journalAdvice : nil].compactMap(\.self)
            + downDirectories.map(advice)
    }

    private var downDirectories: [String] {
        (document.directories ?? []).filter { $0.status == "down" }.map(\.name)
    }

    private func advice(on directory: String) -> String {
        "directory \(directory): see to its servers, the network and certificates to them, and the agent's sign-in "
            + "('journalctl -u writebackd WRITEBACK_DIRECTORY=\(directory)'); the agent needs no restart afterwards"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [title] + lines.map { "  " + $0 }
    }
}
