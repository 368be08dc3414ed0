internal import LDAPClient

/// The commands by which an administrator grants the agent what it lacks on one account and those beside it, in keeping
/// with etc/active-directory.
struct Delegation {
    /// The account's entry.
    let account: String
    /// The agent's own identifier; nil when it could not be found out.
    let agent: SecurityIdentifier?
    /// The head of the domain.
    let domain: String
    /// The server that was asked.
    let server: ServerAddress
    /// Whether the command is Samba's or Microsoft's.
    let isSamba: Bool
    /// Whether the account takes what is granted above it; else the right must be granted on itself.
    let inherits: Bool

    /// What can be done where the directory takes such rights away again.
    static let protected =
        "The account is protected as a member of administrators' groups (AdminSDHolder): nothing is inherited, and rights "
        + "that are granted on it are taken away again. Leave that so; an administrator resets such accounts. If it has left "
        + "those groups, switch inheritance on for it and clear its adminCount."

    var resetPassword: String {
        isSamba
            ? sambaGrant([ace("CR", AccessName.resetPassword)]) : windowsGrants(["CA;Reset Password"])
    }

    var clearLock: String {
        isSamba ? sambaGrant([ace("RPWP", AccessName.lockoutTime)]) : windowsGrants(["RPWP;lockoutTime"])
    }

    var askForChange: String {
        isSamba ? sambaGrant([ace("RPWP", AccessName.lastSet)]) : windowsGrants(["RPWP;pwdLastSet"])
    }

    var readAccount: String {
        isSamba
            ? sambaGrant(AccessName.state.map { ace("RP", $0) })
            : windowsGrants(["RP;Account Restrictions", "RP;Logon Information"] + Self.single.map { "RP;\($0)" })
    }

    /// The settings objects of single users and groups lie in one container.
    var readPolicy: String {
        let container = "CN=Password Settings Container,CN=System,\(domain)"
        let aces = ["(A;;LC;;;\(trustee))", "(OA;CIIO;RPLC;;\(AccessName.passwordSettings);\(trustee))"]
        return isSamba
            ? samba(container, aces.joined()) : "dsacls \(Self.inDoubleQuotes(container)) /I:T /G \"\(trustee):GR\""
    }

    /// What the agent reads of an account that belongs to no property set.
    private static let single = [
        ActiveDirectoryAttribute.lockoutTime, ActiveDirectoryAttribute.resultantPolicy,
        ActiveDirectoryAttribute.lastFailedAttempt, ActiveDirectoryAttribute.adminCount,
    ]

    private var trustee: String { agent?.text ?? "SID-OF-THE-SERVICE-ACCOUNT" }

    private var target: String { inherits ? Self.parent(of: account) ?? account : account }

    private func ace(_ right: String, _ object: String) -> String {
        inherits
            ? "(OA;CIIO;\(right);\(object);\(AccessName.user);\(trustee))" : "(OA;;\(right);\(object);;\(trustee))"
    }

    private func sambaGrant(_ aces: [String]) -> String { samba(target, aces.joined()) }

    private func samba(_ entry: String, _ sddl: String) -> String {
        "samba-tool dsacl set --objectdn=\(Self.inSingleQuotes(entry)) --sddl='\(sddl)' -H \(server) -U Administrator"
    }

    private func windowsGrants(_ rights: [String]) -> String {
        let (scope, kind) = inherits ? (" /I:S", ";user") : ("", "")
        return rights.map { "dsacls \(Self.inDoubleQuotes(target))\(scope) /G \"\(trustee):\($0)\(kind)\"" }
            .joined(separator: "\n")
    }

    private static func inSingleQuotes(_ text: String) -> String {
        "'\(text.replacing("'", with: #"'\''"#))'"
    }

    private static func inDoubleQuotes(_ text: String) -> String {
        "\"\(text.replacing("\"", with: "\\\""))\""
    }

    /// The entry above: what follows the first comma that is not part of a value.
    static func parent(of name: String) -> String? {
        var isEscaped = false
        for (index, character) in zip(name.indices, name) {
            if character == ",", !isEscaped { return String(name[name.index(after: index)...]) }
            isEscaped = character == "\\" && !isEscaped
        }
        return nil
    }
}
