import TestSupport

/// What a person's entry makes slapd answer (slapo-retcode(5)), whatever is asked.
struct ServerAnswer {
    /// The result code.
    let code: Int
    /// The operation that is answered so.
    let operation: String
    /// The words.
    var text = "as the test wants it"
}

extension Slapd {
    /// Has the server answer for people's entries as they say.
    func answersAsTold() async throws {
        try await configure(
            """
            dn: cn=module{0},cn=config
            changetype: modify
            add: olcModuleLoad
            olcModuleLoad: retcode

            dn: olcOverlay=retcode,olcDatabase={1}mdb,cn=config
            changetype: add
            objectClass: olcOverlayConfig
            objectClass: olcRetcodeConfig
            olcOverlay: retcode
            olcRetcodeParent: ou=nothing,\(self["BASE_DN"])
            olcRetcodeInDir: TRUE

            """)
    }

    /// What is answered for a person's entry from now on.
    func answer(_ answer: ServerAnswer, for person: String) async throws {
        try await modify(
            person,
            """
            add: objectClass
            objectClass: errAuxObject
            -
            add: errCode
            errCode: \(answer.code)
            -
            add: errOp
            errOp: \(answer.operation)
            -
            add: errText
            errText: \(answer.text)
            """)
    }
}
