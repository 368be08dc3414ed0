internal import Requests

/// `[operations]`: what the agent does at all, for whomever.
enum OperationSettings {
    /// The operations that are switched on.
    static func read(_ table: TableReader) -> Set<Operation> {
        let enabled = Operation.allCases.filter { table.flag($0.rawValue, default: true) }
        if enabled.isEmpty {
            table.report("every operation is off; all requests will be refused", severity: .warning)
        }
        return Set(enabled)
    }
}
