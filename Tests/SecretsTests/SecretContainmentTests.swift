import Secrets
import Testing

/// Whether a server's message repeats a password, which decides whether the message may be told on.
struct SecretContainmentTests {
    @Test(arguments: [
        ("secret", "secret"), ("secret", "the secret is out"), ("secret", "secret at the start"),
        ("secret", "at the end: secret"), ("secret", "SECRET"), ("SeCrEt", "sEcReT"), ("Zoë1", "say ZOë1 again"),
        ("aab", "aaab"), ("abab", "abaabab"), ("aa", "aaa"), ("a", "a"), ("[\\]^_`", "x[\\]^_`x"),
    ])
    func `a text that repeats the secret in any ASCII case contains it`(secret: String, text: String) throws {
        let isContained = try Secret(utf8: secret).isContained(in: text)
        #expect(isContained)
    }

    @Test(arguments: [
        ("secret", ""), ("secret", "secre"), ("secret", "ecret"), ("secret", "sec ret"), ("secret", "sécret"),
        ("longer than the text", "longer"), ("aab", "aba"), ("Ä", "ä"), ("@", "`"), ("[", "{"), ("k", "\u{212a}"),
    ])
    func `a text that does not repeat the secret does not contain it`(secret: String, text: String) throws {
        let isContained = try Secret(utf8: secret).isContained(in: text)
        #expect(!isContained)
    }

    @Test(arguments: ["", "anything"])
    func `an empty secret is contained in nothing`(text: String) throws {
        let isContained = try Secret(utf8: "").isContained(in: text)
        #expect(!isContained)
    }
}
