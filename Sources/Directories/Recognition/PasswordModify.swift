/// The password modify operation (RFC 3062).
enum PasswordModify {
    static let oid = "1.3.6.1.4.1.4203.1.11.1"
}
