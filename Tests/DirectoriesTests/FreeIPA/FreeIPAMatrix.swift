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

    init() async throws {
        freeIPA = try await FreeIPAServer()
        stage = try freeIPA.stage()
    }

    func observe(_ row: MatrixRow) async throws -> String? {
        switch row.rawValue.prefix(while: \.isLetter) {
        case "reset": try await reset(row)?.code
        case "change": try await change(row)?.code
        case "unlock": try await unlock(row)?.code
        default: try await other(row)?.code
        }
    }

    private func reset(_ row: MatrixRow) async throws -> StageAnswer? {
        switch row {
        case .reset: return try await stage.reset("alice", to: "\(Self.password)-1")
        case .resetLocked: return try await locked { try await stage.reset("bob", to: "\(Self.password)-2") }
        case .resetLockedKeepingLock:
            return try await locked { try await stage.reset("bob", to: "\(Self.password)-3", #""unlock":false"#) }
        case .resetMustChange: return try await stage.reset("niaj", to: Self.password, #""must_change":true"#)
        case .resetTooShort: return try await stage.reset("alice", to: "Gr0und")
        case .resetTooFewClasses: return try await stage.reset("alice", to: "groundhogground")
        case .resetInHistory: return try await stage.reset("carol", to: DirectoryServer389.startPassword("carol"))
        case .resetDisabled: return try await stage.reset("grace", to: Self.password)
        case .resetExpired: return try await stage.reset("judy", to: Self.password)
        case .resetProtected: return try await stage.reset("mallory", to: Self.password)
        case .resetTooYoung: return try await young("dave") { try await stage.reset("dave", to: Self.password) }
        case .resetNoPermission:
            return try await denied("userPassword") { try await stage.reset("alice", to: "\(Self.password)-4") }
        case .resetReadOnly:
            try await freeIPA.server.configure("replace: nsslapd-readonly\nnsslapd-readonly: on")
            let answer = try await stage.reset("alice", to: "\(Self.password)-5")
            try await freeIPA.server.configure("replace: nsslapd-readonly\nnsslapd-readonly: off")
            return answer
        default: return nil
        }
    }

    private func change(_ row: MatrixRow) async throws -> StageAnswer? {
        func change(_ person: String, to password: String) async throws -> StageAnswer {
            try await stage.change(person, from: DirectoryServer389.startPassword(person), to: password)
        }
        switch row {
        case .change: return try await change("heidi-free", to: Self.password)
        default: return nil
        }
    }
}
