/// The certificate that the agent shows to servers, PEM.
public struct ClientCertificate: Sendable, Equatable {
    /// The path of the certificate, with its chain.
    public let file: String
    /// The path of its key.
    public let keyFile: String

    /// Reads both keys or neither; one alone is a finding.
    static func read(_ table: TableReader) -> ClientCertificate? {
        let file = table.optional("client_certificate", .path)
        let keyFile = table.optional("client_key", .path)
        switch (file, keyFile) {
        case (let file?, let keyFile?): return ClientCertificate(file: file, keyFile: keyFile)
        case (.some, nil) where table.isSound("client_key"):
            table.report("client_certificate", "needs client_key beside it")
        case (nil, .some) where table.isSound("client_certificate"):
            table.report("client_key", "needs client_certificate beside it")
        default: break
        }
        return nil
    }
}
