internal import Requests

/// What there is to say of one directory: how it is, what it is, what it cannot do, and each of several servers.
struct DirectoryFacts {
    private let directory: HealthDocument.Directory
    private let now: Timestamp

    init(_ directory: HealthDocument.Directory, now: Timestamp) {
        self.directory = directory
        self.now = now
    }

    var lines: [String] {
        ["directory \(directory.name): \(state(directory.status, directory.since, directory.reason))"]
            + [recognition].compactMap(\.self).map { "  " + $0 } + (limits + servers + faults).map { "  " + $0 }
    }

    private var recognition: String? {
        let words = [directory.product, directory.kind.map { "kind \($0)" }].compactMap(\.self)
        return words.isEmpty ? nil : "it is \(words.joined(separator: ", "))"
    }

    private var limits: [String] {
        (directory.limits ?? []).map(\.words)
    }

    /// A single server that is well is the directory itself.
    private var servers: [String] {
        let servers = directory.servers ?? []
        guard servers.count > 1 || servers.contains(where: { $0.status != "up" && $0.status != directory.status })
        else {
            return []
        }
        return servers.map {
            "server \($0.server): \(state(Self.status($0), $0.since, $0.status == "up" ? nil : $0.reason))"
        }
    }

    private var faults: [String] {
        [
            directory.serversFault.map { "the list of its servers: \($0)" },
            directory.rotationOpen == true
                ? "the agent's last new password has not been taken by every server; the one before is kept" : nil,
        ].compactMap(\.self)
    }

    private func state(_ status: String, _ since: String?, _ reason: String?) -> String {
        status + (since.map { " since \($0)\(age(of: $0))" } ?? "") + (reason.map { ": \($0)" } ?? "")
    }

    private func age(of text: String) -> String {
        guard let time = Timestamp(internetTime: text), time <= now else { return "" }
        return " (for \(Elapsed(seconds: now.seconds - time.seconds)))"
    }

    private static func status(_ server: HealthDocument.Server) -> String {
        switch server.status {
        case "read_only": "avoided"
        case "unsuitable": "avoided"
        case "returning": "on its way back"
        case "untried": "not used yet"
        default: server.status
        }
    }
}
