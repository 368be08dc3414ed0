import TestSupport

/// The documentation of the chain.
enum Example {
    static let text = (try? Repository.text("docs/audit.md")) ?? ""
}
