internal import Directories
internal import Ledger
internal import Requests
internal import SystemdLink

/// The agent's own passwords: one change at a time in each directory.
extension WritebackFlow {
    func rotate(
        _ directory: Directory, deadline: ContinuousClock.Instant
    ) async throws(RotationFailure) -> RotationReport {
        let turn: Turn
        do throws(Refusal) {
            turn = try await turns.take(Self.key(of: directory), deadline: deadline)
        } catch {
            throw .refused(error)
        }
        defer { turn.end() }
        return try await directory.rotateBindPassword(deadline: deadline)
    }

    /// Looks what became of rotations whose end nobody saw, in the directory of this name.
    public func settleRotation(in name: String, deadline: ContinuousClock.Instant) async {
        guard let directory = try? directories.directory(named: name) else { return }
        guard let turn = try? await turns.take(Self.key(of: directory), deadline: deadline) else { return }
        defer { turn.end() }
        do throws(RotationFailure) {
            note(try await directory.settleRotation(deadline: deadline), in: name)
        } catch {
            return
        }
    }

    private func note(_ finding: RotationFinding, in name: String) {
        switch finding {
        case .nothing, .open, .settled: return
        case .changed:
            ledger.note(
                .bindPasswordRotated,
                "the agent's own password in directory '\(name)' was changed before it could tell",
                fields: ["WRITEBACK_DIRECTORY": name])
        case .unchanged:
            ledger.note(
                .bindRotationFailed, "a new password for the agent never reached directory '\(name)'",
                fields: ["WRITEBACK_DIRECTORY": name])
        }
    }

    /// No account's: a directory's name has no colon.
    private static func key(of directory: Directory) -> String { "bind: \(directory.settings.name)" }
}
