import Directories
import TestSupport

/// Brings about the table's situations on a slapd with a password policy; each has a person of its own.
struct SlapdSituations: Sendable {
    let slapd: Slapd
    let stage: DirectoryStage
    private let kind: DirectoryKind
    private let module: CheckModule

    init(kind: DirectoryKind) async throws {
        self.kind = kind
        slapd = try await Slapd(people: MatrixRow.allCases.count)
        module = try await CheckModule(.words)
        stage = try DirectoryStage(directory: try slapd.directory(kind: kind))
        try await addCheckedPolicy()
    }

    /// What comes of a row, or nil where slapd has no such situation.
    func observe(_ row: MatrixRow) async throws -> String? {
        if let answer = try await reset(row) { return answer.code }
        if let answer = try await change(row) { return answer.code }
        return try await other(row)?.code
    }

    /// The person of a row, with a policy of its own if it is to have one.
    func person(_ row: MatrixRow, policy: String? = nil, _ lines: String? = nil) async throws -> String {
        let number = (MatrixRow.allCases.firstIndex(of: row) ?? 0) + 1
        let name = "u" + String(repeating: "0", count: number < 10 ? 4 : 3) + "\(number)"
        if let policy {
            let entry = "cn=\(policy),ou=policies,\(slapd["BASE_DN"])"
            try await slapd.modify(name, "replace: pwdPolicySubentry\npwdPolicySubentry: \(entry)")
        }
        if let lines { try await slapd.modify(name, lines) }
        return name
    }

    /// The person of a row, locked by wrong passwords.
    func lockedPerson(_ row: MatrixRow) async throws -> String {
        let name = try await person(row)
        try await slapd.lock(name)
        return name
    }

    /// The person of a row, locked by an administrator.
    func forbiddenPerson(_ row: MatrixRow) async throws -> String {
        try await person(row, "replace: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z")
    }

    /// Asks a stage of its own, since a server that took no write is avoided for a while.
    func whileReadOnly(_ person: String) async throws -> StageAnswer {
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: TRUE")
        let answer = try await DirectoryStage(directory: try slapd.directory(kind: kind))
            .reset(person, to: "Correct-Horse-9")
        try await slapd.configureDatabase("replace: olcReadOnly\nolcReadOnly: FALSE")
        return answer
    }

    /// Asks for an account by an address that two have.
    func ambiguous() async throws -> StageAnswer {
        try await DirectoryStage(directory: try slapd.directory(kind: kind, attributes: ["mail"]))
            .reset("twin@example.test", to: "Correct-Horse-9")
    }

    private func addCheckedPolicy() async throws {
        try await slapd.modify(
            """
            dn: cn=checked,ou=policies,\(slapd["BASE_DN"])
            changetype: add
            objectClass: organizationalRole
            objectClass: pwdPolicy
            objectClass: pwdPolicyChecker
            cn: checked
            pwdAttribute: userPassword
            pwdCheckQuality: 2
            pwdCheckModule: \(module.path)

            """)
    }
}
