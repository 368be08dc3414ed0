internal import Foundation

extension Slapd {
    /// Has the server keep a log of every write from now on (slapo-auditlog(5)), for ``writes(to:of:)``.
    public func logWrites() async throws {
        try await Command.run(
            "/usr/bin/ldapmodify", ["-Q", "-Y", "EXTERNAL", "-H", self["LDAPI_URL"]],
            input: """
                dn: cn=module{0},cn=config
                changetype: modify
                add: olcModuleLoad
                olcModuleLoad: auditlog

                dn: olcOverlay=auditlog,olcDatabase={1}mdb,cn=config
                changetype: add
                objectClass: olcOverlayConfig
                objectClass: olcAuditlogConfig
                olcOverlay: auditlog
                olcAuditlogFile: \(writeLog)

                """)
    }

    /// How often the agent has written an attribute of a person since ``logWrites()``.
    ///
    /// - Parameters:
    ///   - attribute: One of those that an operation writes: `userPassword` or `pwdAccountLockedTime`.
    ///   - person: The `uid`.
    public func writes(to attribute: String, of person: String) throws -> Int {
        // The server makes the file with the first write.
        guard FileManager.default.fileExists(atPath: writeLog) else { return 0 }
        let changes = try String(contentsOfFile: writeLog, encoding: .utf8).components(separatedBy: "\n\n")
        return changes.count { change in
            let lines = change.split(separator: "\n")
            guard lines.first?.contains(" \(self["SERVICE_DN"]) ") == true else { return false }
            return lines.contains("dn: uid=\(person),\(self["PEOPLE_DN"])")
                && lines.contains { $0 == "replace: \(attribute)" || $0 == "delete: \(attribute)" }
        }
    }

    private var writeLog: String { URL(fileURLWithPath: self["CA_FILE"] + "/../../writes.ldif").standardized.path }
}
