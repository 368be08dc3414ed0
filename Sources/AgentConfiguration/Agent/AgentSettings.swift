/// `[agent]`: who the agent is.
public struct AgentSettings: Sendable, Equatable {
    /// Its name, in every journal entry.
    public let name: String
    /// Where users find help, one line shown with refusals; nil when none is configured.
    public let contact: String?

    init?(_ table: TableReader) {
        let name = table.required("name", .agentName)
        contact = table.optional("contact", .contact)
        guard let name else { return nil }
        self.name = name
    }
}
