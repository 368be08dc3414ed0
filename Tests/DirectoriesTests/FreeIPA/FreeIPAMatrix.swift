import Directories
import Requests
import TestSupport

/// The column of FreeIPA: 389 Directory Server in FreeIPA's layout, without FreeIPA's plug-ins, so that what the plug-ins
/// alone decide is not in it.
struct FreeIPAMatrix: MatrixDirectory {
    static let column = "FreeIPA"
    private static let password = "Gr0und-Hog-7391"

    private let freeIPA: FreeIPAServer
    private let stage: DirectoryStage
    private var server: DirectoryServer389 { freeIPA.server }

    init() async throws {
        freeIPA = try await FreeIPAServer(people: MatrixRow.allCases.count)
        stage = try freeIPA.stage()
    }

    func observe(_ row: MatrixRow) async throws -> String? {
        switch row.rawValue.prefix(while: \.isLetter) {
        case "reset": try await reset(row, row.person)?.code
        case "change": try await change(row, row.person)?.code
        case "unlock": try await unlock(row, row.person)?.code
        default: try await other(row, row.person)?.code
        }
    }

    private func reset(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        switch row {
        case .reset: break
        case .resetLocked: try await freeIPA.lock(person)
        case .resetLockedKeepingLock:
            try await freeIPA.lock(person)
            return try await stage.reset(person, to: Self.password, #""unlock":false"#)
        case .resetMustChange: return try await stage.reset(person, to: Self.password, #""must_change":true"#)
        case .resetTooShort: return try await stage.reset(person, to: "Gr0und")
        case .resetTooFewClasses: return try await stage.reset(person, to: "groundhogground")
        case .resetInHistory: return try await stage.reset(person, to: DirectoryServer389.startPassword(person))
        // The minimum age is for changes only.
        case .resetTooYoung: try await changedNow(person)
        case .resetDisabled: return try await stage.reset("grace", to: Self.password)
        case .resetExpired: return try await stage.reset("judy", to: Self.password)
        case .resetProtected: return try await stage.reset("mallory", to: Self.password)
        case .resetNoPermission: try await deny("userPassword", of: person)
        case .resetReadOnly:
            try await server.configure("replace: nsslapd-readonly\nnsslapd-readonly: on")
            // A stage of its own, because a server that takes no writes is left alone from then on.
            let answer = try await freeIPA.stage().reset(person, to: Self.password)
            try await server.configure("replace: nsslapd-readonly\nnsslapd-readonly: off")
            return answer
        default: return nil
        }
        return try await stage.reset(person, to: Self.password)
    }

    private func change(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        let start = DirectoryServer389.startPassword(person)
        switch row {
        case .change: break
        case .changeMustChange:
            try await stage.reset(person, to: Self.password, #""must_change":true"#)
            return try await stage.change(person, from: Self.password, to: "\(Self.password)-2")
        case .changeWrongCurrent: return try await stage.change(person, from: "wrong", to: Self.password)
        case .changeTooShort: return try await stage.change(person, from: start, to: "Gr0und")
        case .changeInHistory: return try await stage.change(person, from: start, to: start)
        case .changeTooYoung: try await changedNow(person)
        case .changeForbidden:
            return try await stage.change("ivan", from: DirectoryServer389.startPassword("ivan"), to: Self.password)
        case .changeLocked: try await freeIPA.lock(person)
        case .changeDisabled:
            return try await stage.change("grace", from: DirectoryServer389.startPassword("grace"), to: Self.password)
        default: return nil
        }
        return try await stage.change(person, from: start, to: Self.password)
    }

    private func unlock(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        switch row {
        case .unlock: try await freeIPA.lock(person)
        case .unlockNotLocked: break
        case .unlockDisabled: return try await stage.unlock("grace")
        case .unlockNoPermission:
            try await freeIPA.lock(person)
            try await deny("krbLoginFailedCount", of: person)
        default: return nil
        }
        return try await stage.unlock(person)
    }

    private func other(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        switch row {
        case .status: return try await stage.status(person)
        case .notFound: return try await stage.status("nobody")
        case .ambiguous:
            try await server.modify(person, "add: uid\nuid: twin")
            try await server.modify("alice", "add: uid\nuid: twin")
            return try await stage.status("twin")
        default: return nil
        }
    }

    private func changedNow(_ person: String) async throws {
        try await server.modify(
            person, "replace: krbLastPwdChange\nkrbLastPwdChange: \(Timestamp.now.generalizedTime)")
    }

    /// Keeps the agent from writing one attribute of a person's.
    private func deny(_ attribute: String, of person: String) async throws {
        try await server.modify(
            person,
            """
            add: aci
            aci: (targetattr="\(attribute)")(version 3.0; acl "not through writebackd"; deny (write)
              userdn="ldap:///\(server["SERVICE_DN"])";)
            """)
    }
}
