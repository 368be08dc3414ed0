import Testing

@testable import writebackctl

/// What is said of a signing key that cannot be read.
struct SigningKeyFileTests {
    @Test(arguments: [("/", "Is a directory"), ("/nowhere/key.jwk", "No such file or directory")])
    func `a key that cannot be read is told with the system's reason`(path: String, reason: String) {
        #expect(throws: AskError.signing("\(path): \(reason)")) { try SigningKeyFile.read(path) }
    }
}
