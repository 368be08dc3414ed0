internal import Requests

extension Timestamp {
    /// Reads the agent's own form of RFC 3339 text, such as `2024-01-31T23:59:59Z`.
    init?(internetTime text: String) {
        guard text.utf8.count == 20 else { return nil }
        self.init(generalizedTime: text.filter { $0 != "-" && $0 != ":" && $0 != "T" })
    }
}
