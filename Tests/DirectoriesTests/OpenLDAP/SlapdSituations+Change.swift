import TestSupport

/// The rows about a change, and the rest.
extension SlapdSituations {
    func change(_ row: MatrixRow) async throws -> StageAnswer? {
        switch row {
        case .change: try await change(person(row))
        case .changeMustChange: try await change(person(row, "replace: pwdReset\npwdReset: TRUE"))
        case .changeWrongCurrent: try await change(person(row), from: "wrong")
        case .changeTooShort: try await change(person(row), to: "short")
        case .changeInHistory: try await changeToOld(person(row))
        case .changeTooYoung: try await changeTwice(person(row, policy: "strict"))
        case .changeForbidden: try await change(person(row, policy: "nochange"))
        case .changeLocked: try await change(lockedPerson(row))
        default: nil
        }
    }

    func other(_ row: MatrixRow) async throws -> StageAnswer? {
        switch row {
        case .unlock: try await stage.unlock(lockedPerson(row))
        case .unlockNotLocked: try await stage.unlock(person(row))
        case .unlockLockedByAdministrator: try await stage.unlock(forbiddenPerson(row))
        case .unlockNoPermission: try await unlockProtected()
        case .status: try await stage.status(person(row))
        case .notFound: try await stage.reset("nobody", to: "Correct-Horse-9")
        case .ambiguous: try await ambiguous()
        default: nil
        }
    }

    private func change(
        _ person: String, from old: String? = nil, to new: String = "Correct-Horse-9"
    ) async throws -> StageAnswer {
        try await stage.change(person, from: old ?? Slapd.startPassword(person), to: new)
    }

    private func changeToOld(_ person: String) async throws -> StageAnswer {
        try await change(person, to: Slapd.startPassword(person))
    }

    private func changeTwice(_ person: String) async throws -> StageAnswer {
        _ = try await change(person, to: "Sixteen-chars-or-more-1")
        return try await change(person, from: "Sixteen-chars-or-more-1", to: "Sixteen-chars-or-more-2")
    }

    private func unlockProtected() async throws -> StageAnswer {
        try await slapd.lock("mallory")
        return try await stage.unlock("mallory")
    }
}
