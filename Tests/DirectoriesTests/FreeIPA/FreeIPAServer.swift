import Directories
import LDAPClient
import Requests
import TestSupport

/// A 389 Directory Server in FreeIPA's layout, without FreeIPA's plug-ins: what they would do is done by the tests.
struct FreeIPAServer {
    let server: DirectoryServer389

    /// Starts a server.
    ///
    /// - Parameter people: How many numbered people it has beside the others: `u00001` and so on.
    init(people: Int = 0) async throws {
        server = try await DirectoryServer389(people: people, freeIPA: true)
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

    /// Leaves a person's entry as three failed sign-ins would.
    func lock(_ uid: String) async throws {
        try await server.modify(
            uid,
            "replace: krbLoginFailedCount\nkrbLoginFailedCount: 3\n-\nreplace: krbLastFailedAuth\n"
                + "krbLastFailedAuth: \(Timestamp.now.generalizedTime)")
    }

    /// The first value of an attribute of a person's entry.
    func value(_ attribute: String, of uid: String) async throws -> String? {
        try await server.entry(of: uid, [attribute]).text(attribute)
    }
}
