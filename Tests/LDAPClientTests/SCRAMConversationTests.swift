import Secrets
import TestSupport
import Testing

@testable import LDAPClient

@Suite("The messages of SCRAM-SHA-256")
struct SCRAMConversationTests {
    // RFC 7677 section 3.
    private static let nonce = "rOprNGfwEbeRWgbNEkqO"
    private static let challenge =
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
    private static let answer =
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
    private static let final = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="

    private let pencil: SharedSecret

    init() throws {
        pencil = SharedSecret(try Secret(utf8: "pencil"))
    }

    @Test("the example of RFC 7677 comes out to the byte")
    func vector() throws {
        let conversation = try SCRAMConversation(user: "user", nonce: Self.nonce)
        #expect(conversation.first == "n,,n=user,r=rOprNGfwEbeRWgbNEkqO")
        let proof = try conversation.answer(to: Array(Self.challenge.utf8), pencil)
        #expect(proof.message.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == Self.answer)
        try proof.verify(Array(Self.final.utf8))
    }

    @Test(
        "a server that cannot sign the conversation is not believed",
        arguments: [
            "", "v=", "v=AAAA", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5=", "e=invalid-proof",
            "v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4",
        ])
    func wrongSignature(final: String) throws {
        let conversation = try SCRAMConversation(user: "user", nonce: Self.nonce)
        let proof = try conversation.answer(to: Array(Self.challenge.utf8), pencil)
        let error: LDAPError?
        do throws(LDAPError) {
            try proof.verify(Array(final.utf8))
            error = nil
        } catch let failure {
            error = failure
        }
        guard case .serverNotProven = error?.authentication else { throw TestFailure("\(String(describing: error))") }
    }

    @Test(
        "a challenge that must not be answered is not",
        arguments: [
            "", "r=,s=,i=", "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "r=xOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4095",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1000001",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=+4096",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=99999999999",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ=,i=4096", "r=rOprNGfwEbeRWgbNEkqOabc,s=,i=4096",
            "r=rOprNGfwEbeRWgbNEkqOabc,s= W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "m=1,r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", "e=unknown-user",
            "r=rOprNGfwEbeRWgbNEkqOabc,s=W22ZaJ0SNY7soEsUEjb6gQ==",
        ])
    func wrongChallenge(text: String) throws {
        let conversation = try SCRAMConversation(user: "user", nonce: Self.nonce)
        var error: LDAPError?
        do throws(LDAPError) {
            _ = try conversation.answer(to: Array(text.utf8), pencil)
        } catch let failure {
            error = failure
        }
        guard case .serverNotProven = error?.authentication else { throw TestFailure("\(String(describing: error))") }
    }

    @Test("a user's name is escaped, and what would have to be prepared is refused")
    func names() throws {
        #expect(try SCRAMConversation(user: "a=b,c", nonce: "x").first == "n,,n=a=3Db=2Cc,r=x")
        for user in ["", "zoë", "a\0b", "a\nb"] {
            #expect(throws: LDAPError.self) { _ = try SCRAMConversation(user: user, nonce: "x") }
        }
        let conversation = try SCRAMConversation(user: "user", nonce: Self.nonce)
        for password in ["", "pässword"] {
            let secret = SharedSecret(try Secret(utf8: password))
            #expect(throws: LDAPError.self) { _ = try conversation.answer(to: Array(Self.challenge.utf8), secret) }
        }
    }

}
