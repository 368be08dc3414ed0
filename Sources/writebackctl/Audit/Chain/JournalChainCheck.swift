internal import SystemdLink

/// Checks the chain from a journal alone.
struct JournalChainCheck {
    let journal: JournalOptions
    /// Whose entries are taken; all, where it is empty.
    let agents: [String]
    let knownHead: KnownHead?

    var findings: AuditFindings {
        do throws(JournalReadError) {
            var reader = try JournalReader(journal.source, matching: journal.matches)
            var chain = JournalChain(of: agents)
            while let entry = try reader.next() { chain.take(entry) }
            return judge(chain.findings(knownHead))
        } catch {
            return AuditFindings(obstacles: ["the journal could not be read: \(error)"])
        }
    }

    private func judge(_ chain: JournalChainFindings) -> AuditFindings {
        guard agents.isEmpty, chain.agents.count > 1 else {
            guard chain.head != nil else {
                return AuditFindings(chain: chain, obstacles: ["\(journal.source) has no record of the agent's chain"])
            }
            return AuditFindings(chain: chain)
        }
        return AuditFindings(obstacles: [
            "\(journal.source) has entries of several agents (\(chain.agents.joined(separator: ", "))): name one with "
                + "--agent, or all names that one agent has had"
        ])
    }
}
