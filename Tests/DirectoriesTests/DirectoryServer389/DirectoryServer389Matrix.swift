import Directories
import TestSupport

/// The column of 389 Directory Server.
struct DirectoryServer389Matrix: MatrixDirectory {
    static let column = "389-DS"
    private static let password = "Gr0und-Hog-7391"

    private let server: DirectoryServer389
    private let stage: DirectoryStage

    init() async throws {
        server = try await DirectoryServer389(people: MatrixRow.allCases.count)
        stage = try DirectoryStage(directory: server.directory(base: server["BASE_DN"]))
        // What lies outside may be found, and is not to be written to.
        try await server.modify(
            """
            dn: ou=outside,\(server["BASE_DN"])
            changetype: modify
            add: aci
            aci: (targetattr!="userPassword")(version 3.0; acl "reading"; allow (read, search, compare)
              userdn="ldap:///\(server["SERVICE_DN"])";)

            """)
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
        case .reset: return try await stage.reset(person, to: Self.password)
        case .resetLocked:
            try await server.lock(person)
            return try await stage.reset(person, to: Self.password)
        case .resetLockedKeepingLock:
            try await server.lock(person)
            return try await stage.reset(person, to: Self.password, #""unlock":false"#)
        case .resetMustChange: return try await stage.reset(person, to: Self.password, #""must_change":true"#)
        case .resetTooShort: return try await stage.reset(person, to: "Gr0und")
        case .resetTooFewClasses: return try await stage.reset(person, to: "groundhogground")
        case .resetContainsName: return try await stage.reset(person, to: "Example-7391-x")
        case .resetInHistory: return try await stage.reset(person, to: DirectoryServer389.startPassword(person))
        case .resetQuality:
            return try await configured("passwordPalindrome", "on", "off") {
                try await stage.reset(person, to: "Gr0und-7-dnu0rG")
            }
        case .resetTooYoung:
            try await stage.reset("erin", to: "\(Self.password)-Sixteen")
            return try await stage.reset("erin", to: "\(Self.password)-Seventeen")
        case .resetDisabled: return try await stage.reset("grace", to: Self.password)
        case .resetNoPermission: return try await stage.reset("olivia", to: Self.password)
        case .resetReadOnly:
            // A stage of its own, because a server that takes no writes is left alone from then on.
            return try await configured("nsslapd-readonly", "on", "off") {
                try await server.stage().reset(person, to: Self.password)
            }
        default: return nil
        }
    }

    private func change(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        let start = DirectoryServer389.startPassword(person)
        switch row {
        case .change: return try await stage.change(person, from: start, to: Self.password)
        case .changeMustChange:
            try await stage.reset(person, to: Self.password, #""must_change":true"#)
            return try await stage.change(person, from: Self.password, to: "\(Self.password)-2")
        case .changeWrongCurrent: return try await stage.change(person, from: "wrong", to: Self.password)
        case .changeTooShort: return try await stage.change(person, from: start, to: "Gr0und")
        case .changeInHistory: return try await stage.change(person, from: start, to: start)
        case .changeTooYoung:
            try await stage.reset("erin", to: "\(Self.password)-Sixteen")
            return try await stage.change("erin", from: "\(Self.password)-Sixteen", to: "\(Self.password)-Eighteen")
        case .changeForbidden:
            return try await stage.change("frank", from: DirectoryServer389.startPassword("frank"), to: Self.password)
        case .changeLocked:
            try await server.lock(person)
            return try await stage.change(person, from: start, to: Self.password)
        case .changeDisabled:
            return try await stage.change("grace", from: DirectoryServer389.startPassword("grace"), to: Self.password)
        default: return nil
        }
    }

    private func unlock(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        switch row {
        case .unlock:
            try await server.lock(person)
            return try await stage.unlock(person)
        case .unlockNotLocked: return try await stage.unlock(person)
        case .unlockDisabled: return try await stage.unlock("grace")
        case .unlockNoPermission:
            let olivia = "uid=olivia,ou=outside,\(server["BASE_DN"])"
            try await server.modify(
                """
                dn: \(olivia)
                changetype: modify
                replace: accountUnlockTime
                accountUnlockTime: 20991231235959Z
                -
                replace: passwordRetryCount
                passwordRetryCount: 3

                """)
            return try await stage.unlock("olivia")
        default: return nil
        }
    }

    private func other(_ row: MatrixRow, _ person: String) async throws -> StageAnswer? {
        switch row {
        case .status: return try await stage.status(person)
        case .notFound: return try await stage.status("nobody")
        case .ambiguous:
            try await server.modify(
                """
                dn: uid=\(person),ou=outside,\(server["BASE_DN"])
                changetype: add
                objectClass: inetOrgPerson
                uid: \(person)
                cn: Twin
                sn: Twin

                """)
            return try await stage.status(person)
        default: return nil
        }
    }

    /// Sets a value of cn=config for as long as `ask` takes.
    private func configured(
        _ attribute: String, _ value: String, _ usual: String, _ ask: () async throws -> StageAnswer
    ) async throws -> StageAnswer {
        try await server.configure("replace: \(attribute)\n\(attribute): \(value)")
        let answer = try await ask()
        try await server.configure("replace: \(attribute)\n\(attribute): \(usual)")
        return answer
    }
}
