extension PasswordPolicyResponse {
    /// Decodes `control`, or answers nil when it is another control or not well-formed.
    ///
    ///     PasswordPolicyResponseValue ::= SEQUENCE {
    ///         warning [0] CHOICE {
    ///             timeBeforeExpiration [0] INTEGER (0 .. maxInt),
    ///             graceAuthNsRemaining [1] INTEGER (0 .. maxInt) } OPTIONAL,
    ///         error   [1] ENUMERATED { passwordExpired (0), ... } OPTIONAL }
    init?(control: Control) {
        guard control.oid == Control.passwordPolicyOID, let value = control.value else { return nil }
        var outer = BERReader(value[...])
        guard var fields = outer.read(tag: 0x30).map(BERReader.init), outer.isAtEnd else { return nil }
        var time: Int?
        var grace: Int?
        if let warning = fields.read(tag: 0xA0) {
            guard Self.decode(warning, &time, &grace) else { return nil }
        }
        var error: PasswordPolicyError?
        if fields.peekedTag == 0x81 {
            guard let code = fields.readInteger(tag: 0x81) else { return nil }
            error = Int32(exactly: code).flatMap(PasswordPolicyError.init)
            // A code of a later draft is a refusal all the same: the result code tells, the reason stays open.
        }
        guard fields.isAtEnd else { return nil }
        self.init(error: error, timeBeforeExpiration: time, graceAuthNsRemaining: grace)
    }

    private static func decode(_ warning: ArraySlice<UInt8>, _ time: inout Int?, _ grace: inout Int?) -> Bool {
        var reader = BERReader(warning)
        time = reader.readInteger(tag: 0x80)
        grace = reader.readInteger(tag: 0x81)
        return reader.isAtEnd
    }
}
