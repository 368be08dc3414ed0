internal import AccountPolicy
internal import Directories
internal import Requests

/// Telling what would work for an account. Nothing is written.
extension WritebackFlow {
    /// What a caller is told: what its state allows, and what the agent has the rights for, as far as that can be seen.
    func report(on facts: AccountFacts, _ session: borrowing DirectorySession) async -> StatusReport {
        let rights: [RightFinding]
        do throws(Refusal) {
            rights = try await session.rights(on: facts)
        } catch {
            // The account's state is known, and that is what was asked for.
            rights = []
        }
        return policy.report(on: facts, at: .now).withholding(rights, object: facts.identity.distinguishedName)
    }

    /// What an administrator is told.
    func check(_ question: AccountQuestion, _ story: inout Story) async throws(Refusal) -> CheckReport {
        let directory = try await directories.directory(
            of: question.account, named: question.directory, deadline: story.deadline)
        story.directory = directory.settings.name
        let session = try await directory.session(deadline: story.deadline)
        let facts = try await session.find(question.account)
        story.account = facts.identity
        let rights = try await session.rights(on: facts)
        let status = policy.report(on: facts, at: .now)
        return CheckReport(
            status: status.withholding(rights, object: facts.identity.distinguishedName), rights: rights,
            directory: session.description)
    }
}
