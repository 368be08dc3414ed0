/// Where a connection gets the Kerberos tickets from that it binds with: a file with a key, as ktutil or
/// `samba-tool domain exportkeytab` writes it.
///
/// libkrb5 fetches tickets with it when they are needed, renews them at half of their life and keeps them in memory; no
/// `kinit` and no ticket file is involved. The file is read again whenever a ticket is fetched, so that a new key takes
/// effect without a restart. Which KDC to ask stands in krb5.conf(5).
public struct Keytab: Sendable, Hashable {
    /// The file's path. The file is a secret: whoever can read it can act as the principal.
    public let path: String
    /// The principal to act as, such as `writeback@EXAMPLE.TEST`; nil means the first one in the file.
    public let principal: String?

    /// Names a keytab; nothing is read yet.
    public init(path: String, principal: String? = nil) {
        self.path = path
        self.principal = principal
    }

    /// The tickets of one keytab and principal are kept apart from those of another, and out of the file system.
    var cache: String { "MEMORY:writebackd:\(principal ?? ""):\(path)" }

    func validate() throws(LDAPError) {
        let texts = [path, principal ?? "-"]
        guard texts.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0) }) else {
            throw .invalid("a keytab needs a path, and a principal that is set must not be empty")
        }
    }
}
