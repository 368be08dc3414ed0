/// The attributes that any server may keep for an entry (RFC 4530 section 2.1, RFC 4512 section 3.4.4).
enum PlainAttribute {
    static let anchor = "entryUUID"
    static let changeMark = "modifyTimestamp"
}
