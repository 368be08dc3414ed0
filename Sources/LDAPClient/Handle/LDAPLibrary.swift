internal import CLDAP
internal import Glibc

/// What libldap needs once per process, before anything else is asked of it.
public enum LDAPLibrary {
    /// Sets libldap up; every connection does so by itself.
    ///
    /// Call it first in a program that has threads which read the environment: libldap is told by an environment variable
    /// (LDAPNOINIT, ldap.conf(5)) to ignore the machine's and the user's ldap.conf, which could switch certificate checks
    /// off or name other servers. The variable is there for the length of this call only. SIGPIPE is ignored from now on,
    /// since libldap writes to sockets that a server may have closed.
    public static func prepare() {
        _ = isReady
    }

    private static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        let wasSet = getenv("LDAPNOINIT") != nil
        setenv("LDAPNOINIT", "1", 1)
        // Any look at the global options reads the configuration, or does not.
        var version: Int32 = 0
        ldap_get_option(nil, LDAP_OPT_PROTOCOL_VERSION, &version)
        if !wasSet { unsetenv("LDAPNOINIT") }
        return true
    }()
}
