import Directories
import LDAPClient
import TestSupport

/// A 389 Directory Server in FreeIPA's layout, without FreeIPA's plug-ins: what they would do is done by the tests.
struct FreeIPAServer {
    let server: DirectoryServer389

    init() async throws {
        server = try await DirectoryServer389(freeIPA: true)
        // FreeIPA's self-service rule.
        try await server.modify(
            """
            dn: \(server["PEOPLE_DN"])
            changetype: modify
            add: aci
            aci: (targetattr="userPassword || krbPrincipalKey")(version 3.0;
              acl "selfservice:Self can write own password"; allow (write) userdn="ldap:///self";)

            """)
    }

    /// A stage for the directory.
    ///
    /// - Parameter isManager: Whether the agent is a password-sync manager.
    func stage(isManager: Bool = false) throws -> DirectoryStage {
        try DirectoryStage(directory: server.directory(kind: .freeIPA, isPasswordSyncManager: isManager))
    }

    /// The policy of that name.
    func policy(_ name: String) -> String { "cn=\(name),cn=EXAMPLE.TEST,cn=kerberos,\(server["BASE_DN"])" }

    /// One attribute of a person's entry as a time.
    func time(_ attribute: String, of uid: String) async throws -> String? {
        try await server.entry(of: uid, [attribute]).text(attribute)
    }
}
