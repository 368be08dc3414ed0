internal import CLDAP

/// Owns one message that libldap received.
struct ResponseMessage: ~Copyable {
    let pointer: OpaquePointer

    /// The protocol operation's tag (RFC 4511 appendix B).
    let tag: Int32

    deinit {
        ldap_msgfree(pointer)
    }
}

extension ResponseMessage {
    static let bindResponse: Int32 = 0x61
    static let searchEntry: Int32 = 0x64
    static let searchDone: Int32 = 0x65
    static let modifyResponse: Int32 = 0x67
    static let searchReference: Int32 = 0x73
    static let extendedResponse: Int32 = 0x78
}
