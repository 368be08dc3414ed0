/// The only messages that the fuzzer's keys have signed or are sealed to: whatever else is accepted was forged.
enum KnownTokens {
    /// The public keys of the signatures.
    static let publicKeys =
        #"{"keys":[{"crv":"Ed25519","kty":"OKP","x":"hRc7kxRvcPBpl7jJfqnJd--XfwB3SkEmuwAbaDCn6uQ","kid":"e"#
        + #"d","alg":"EdDSA","use":"sig"},{"crv":"P-256","kty":"EC","x":"gtdtaONt8xVQeNT6bo1TwGMqboRaeyDT9Fv"#
        + #"_BAKEWUc","y":"Z_fzuCNvF2V4uTlEz4rnaJIx2rPZYw9PQ5loyhpUL2E","kid":"es","alg":"ES256","use":"sig""#
        + #"}]}"#

    /// The private keys of the sealed messages; they protect nothing.
    static let keyRing =
        #"{"keys":[{"crv":"X25519","kty":"OKP","x":"5gJsPzhATJRB3ap2DdWpSVTrpNIHBr4NKt-Rn3D67iA","kid":"SB"#
        + #"GQE5yT2rOOwewru4ofw8aktHvAxlF9eWqMGLYtw-o","use":"enc","alg":"ECDH-ES","status":"current","iat":"#
        + #"1,"d":"MCq8YPmN07r9sU7QUzbUf1YjHj-HdnJr-FD3_0vrU1E"},{"crv":"P-256","kty":"EC","x":"oWl7123Tik5I"#
        + #"tRnRSKN0UNyWJrVPtwfB_cVeqbUWkJQ","y":"1EXZnmbrtsVXdSnQKYrv4NlyPzhFuHreA9X6PzTFf7Y","kid":"Jt1rJj"#
        + #"_8TSZXF8kyzT6nSIr48i3SK9EW-PRfc2eSU30","use":"enc","alg":"ECDH-ES","status":"next","iat":1,"d":""#
        + #"-ci80qFYlBRttalA3bRB6nyTuLA-A7eFFhBXMF1mPrs"}]}"#

    /// Signed with EdDSA.
    static let byEdwards =
        #"eyJhbGciOiJFZERTQSIsImtpZCI6ImVkIiwidHlwIjoid3JpdGViYWNrLXJlcXVlc3Qrand0In0.eyJpc3MiOiJpIiwiYXVk"#
        + #"IjoiYSIsImp0aSI6InIiLCJpYXQiOjE4MDAwMDAwMDAsImV4cCI6MTgwMDAwMDEyMCwiYXV0aF90aW1lIjoxODAwMDAwMDAw"#
        + #"LCJvcCI6InVubG9jayIsImFjY291bnQiOnsibmFtZSI6ImFsaWNlIn19.fyBmwzfNrMpkZZ_KbTohlGLlFnfO4J9jD3QV3Ge"#
        + #"pRWO3FMXqlMffEhJ-DRJcAIybTtKM1eoLxQ6aWLhT2q-IDw"#

    /// Signed with ES256.
    static let byElliptic =
        #"eyJhbGciOiJFUzI1NiIsImtpZCI6ImVzIiwidHlwIjoid3JpdGViYWNrLXJlcXVlc3Qrand0In0.eyJpc3MiOiJpIiwiYXVk"#
        + #"IjoiYSIsImp0aSI6InIiLCJpYXQiOjE4MDAwMDAwMDAsImV4cCI6MTgwMDAwMDEyMCwiYXV0aF90aW1lIjoxODAwMDAwMDAw"#
        + #"LCJvcCI6InVubG9jayIsImFjY291bnQiOnsibmFtZSI6ImFsaWNlIn19.S0MAQPDo4U6_Wqkb37jwzgTynk6mJOi3rnSVWkE"#
        + #"s54AoVOnOOrACHM8J8lBpVTqJQFQ--zLBkDjDJfgYIl24GQ"#

    /// Sealed to X25519.
    static let toX25519 =
        #"eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImtpZCI6IlNCR1FFNXlUMnJPT3dld3J1NG9mdzhha3RIdkF4bEY5"#
        + #"ZVdxTUdMWXR3LW8iLCJlcGsiOnsiY3J2IjoiWDI1NTE5Iiwia3R5IjoiT0tQIiwieCI6Ijc0eXU2WWJuYnNCT3l2N2N4ZUR5"#
        + #"TndRSFFJc3l1LVRmYldOMEt4cXpZQlEifSwiaXNzIjoiaSIsImF1ZCI6ImEiLCJqdGkiOiJyIn0..waktk0GNzEj6H12y.7F"#
        + #"THIcs.GWu59IbUKTk23Cz5RbNNVQ"#

    /// Sealed to P-256.
    static let toP256 =
        #"eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImtpZCI6Ikp0MXJKal84VFNaWEY4a3l6VDZuU0lyNDhpM1NLOUVX"#
        + #"LVBSZmMyZVNVMzAiLCJlcGsiOnsiY3J2IjoiUC0yNTYiLCJrdHkiOiJFQyIsIngiOiJyQS1YaENWdlNGNXRiejZHWW1IX21O"#
        + #"Z3F1UV9FclJYeGFLTjJRQlR1ZjdvIiwieSI6IjI5MXN3dk55aTRFYjJabVE5cEtoaEczUlhMSF9ya1hlQnR0OURTVlNUUlUi"#
        + #"fSwiaXNzIjoiaSIsImF1ZCI6ImEiLCJqdGkiOiJyIn0..CBTUk9JZfJ5Vbhz3.qoGJYPY.WaVg6N_NrFX0UH64CZo5aw"#

    static let signed = [byEdwards, byElliptic]
    static let sealed = [toX25519, toP256]
}
