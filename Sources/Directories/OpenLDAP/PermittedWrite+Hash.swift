internal import AccountPolicy
internal import Authorisation
internal import Requests
internal import Secrets

extension PermittedWrite {
    /// Whether the new password begins as a hashed one does, with a scheme in braces (slapd.conf(5), password-hash).
    var looksHashed: Bool {
        switch authorised.request.work {
        case .reset(let reset): reset.new.beginsWithScheme
        case .change(let change): change.new.beginsWithScheme
        default: false
        }
    }
}

extension Secret {
    fileprivate var beginsWithScheme: Bool {
        withUnsafeBytes { bytes in bytes.first == UInt8(ascii: "{") && bytes.contains(UInt8(ascii: "}")) }
    }
}
