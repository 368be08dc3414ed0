import TestSupport

/// The rows about a reset.
extension SlapdSituations {
    private static let password = "Correct-Horse-9"

    func reset(_ row: MatrixRow) async throws -> StageAnswer? {
        switch row {
        case .reset: try await reset(person(row))
        case .resetLocked: try await reset(lockedPerson(row))
        case .resetLockedKeepingLock: try await reset(lockedPerson(row), #""unlock":false"#)
        case .resetMustChange: try await reset(person(row), #""must_change":true"#)
        case .resetNoPermission: try await reset("mallory")
        case .resetReadOnly: try await whileReadOnly(person(row))
        case .resetLockedByAdministrator: try await reset(forbiddenPerson(row))
        case .resetExpired: try await reset(person(row, "replace: pwdEndTime\npwdEndTime: 20200101000000Z"))
        default: try await resetUnderPolicy(row)
        }
    }

    private func resetUnderPolicy(_ row: MatrixRow) async throws -> StageAnswer? {
        switch row {
        case .resetTooShort: try await stage.reset(person(row), to: "short")
        case .resetTooLong: try await stage.reset(person(row), to: String(repeating: "long-Pass-1", count: 12))
        case .resetQuality: try await reset(person(row, policy: "checked"))
        case .resetInHistory: try await resetToOld(person(row))
        case .resetTooYoung: try await resetTwice(person(row, policy: "strict"))
        case .resetWantsCurrent: try await reset(person(row, policy: "safemodify"))
        default: nil
        }
    }

    private func reset(_ person: String, _ members: String = "") async throws -> StageAnswer {
        try await stage.reset(person, to: Self.password, members)
    }

    private func resetToOld(_ person: String) async throws -> StageAnswer {
        try await stage.reset(person, to: Slapd.startPassword(person))
    }

    private func resetTwice(_ person: String) async throws -> StageAnswer {
        try await stage.reset(person, to: "Sixteen-chars-or-more-1")
        return try await stage.reset(person, to: "Sixteen-chars-or-more-2")
    }
}
