import LDAPClient
import TestSupport

/// What Active Directory makes of every operation in every situation, as far as Samba can be brought into it.
struct ActiveDirectoryMatrix: MatrixDirectory {
    static let column = "Active Directory"
    private let samba: Samba
    private let stage: DirectoryStage

    init() async throws {
        samba = try await Samba(people: MatrixRow.allCases.count)
        stage = try samba.stage()
    }

    func observe(_ row: MatrixRow) async throws -> String? {
        let person = Self.person(for: row)
        switch row {
        case .reset, .resetLocked, .resetLockedKeepingLock, .resetMustChange, .resetTooShort, .resetTooFewClasses,
            .resetContainsName, .resetInHistory, .resetTooYoung, .resetDisabled, .resetExpired, .resetProtected,
            .resetNoPermission:
            return try await reset(row, person)
        case .change, .changeMustChange, .changeWrongCurrent, .changeTooShort, .changeInHistory, .changeTooYoung,
            .changeForbidden, .changeLocked, .changeDisabled:
            return try await change(row, person)
        case .unlock, .unlockNotLocked, .unlockDisabled, .unlockNoPermission:
            if row == .unlock { try await samba.lock(person) }
            return try await stage.unlock(person).code
        case .status: return try await stage.status(person).code
        case .notFound: return try await stage.status("nobody").code
        case .ambiguous:
            let directory = try samba.directory(attributes: ["mail"])
            return try await DirectoryStage(directory: directory).status("twin@example.test").code
        // Samba sets no longest length, runs no checker and is no read-only controller here; no policy of Active Directory
        // wants the current password, and no administrator locks an account otherwise than by disabling it.
        case .resetTooLong, .resetQuality, .resetReadOnly, .resetWantsCurrent, .resetLockedByAdministrator,
            .unlockLockedByAdministrator:
            return nil
        }
    }

    /// Those who are in the situation for good, and for all others somebody of their own.
    private static func person(for row: MatrixRow) -> String {
        switch row {
        case .resetDisabled, .changeDisabled, .unlockDisabled: return "grace"
        case .resetExpired: return "heidi"
        case .resetProtected: return "mallory"
        case .resetNoPermission, .unlockNoPermission: return "oscar"
        case .changeForbidden: return "frank"
        case .changeMustChange: return "ivan"
        case .resetTooYoung, .changeTooYoung: return "erin"
        default: return row.person
        }
    }

    private func reset(_ row: MatrixRow, _ person: String) async throws -> String {
        let good = "Long-enough-for-all-1"
        switch row {
        case .resetLocked, .resetLockedKeepingLock:
            try await samba.lock(person)
            return try await stage(keepingLock: row).reset(person, to: good, Self.keeping(row)).code
        case .resetMustChange: return try await stage.reset(person, to: good, #""must_change":true"#).code
        case .resetTooShort: return try await stage.reset(person, to: "Short-1").code
        case .resetTooFewClasses: return try await stage.reset(person, to: "lower-case-only").code
        case .resetContainsName: return try await stage.reset(person, to: "\(person)-Brand-New-1").code
        case .resetInHistory: return try await stage.reset(person, to: Samba.startPassword(person)).code
        case .resetTooYoung: try await stage.reset(person, to: good + "0")
        default: break
        }
        return try await stage.reset(person, to: good).code
    }

    private static func keeping(_ row: MatrixRow) -> String { row == .resetLockedKeepingLock ? #""unlock":false"# : "" }

    /// An account that stays locked cannot sign in to prove its password.
    private func stage(keepingLock row: MatrixRow) throws -> DirectoryStage {
        row == .resetLockedKeepingLock ? try samba.stage(bindsToVerify: false) : stage
    }

    private func change(_ row: MatrixRow, _ person: String) async throws -> String {
        let start = Samba.startPassword(person)
        let good = "Long-enough-for-all-2"
        switch row {
        case .changeWrongCurrent: return try await stage.change(person, from: "wrong", to: good).code
        case .changeTooShort: return try await stage.change(person, from: start, to: "Short-1").code
        case .changeInHistory: return try await stage.change(person, from: start, to: start).code
        case .changeTooYoung:
            try await stage.reset(person, to: good + "0")
            return try await stage.change(person, from: good + "0", to: good).code
        case .changeLocked: try await samba.lock(person)
        default: break
        }
        return try await stage.change(person, from: start, to: good).code
    }
}
