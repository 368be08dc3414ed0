import TestSupport
import Testing

/// Passwords that are hard to carry, from the request's text to the sign-in.
@Suite(.serialized)
struct ActiveDirectoryPasswordTests {
    static let odd = [
        "say \"yes\" 1 Aa", "\"\"\"\"\"\"\"\"1Aa", "back\\slash\\1A", "{SSHA}abc-1-A", "  spaces 1 A  ",
        "tab\tand\nline1A",
        "Zoe\u{308} combining 1", "Zoë composed 1A", "漢字かな交じり文1aA", "😀👩‍💻🇩🇪 emoji 1aA", "ПАРОЛЬ-пароль-1",
        "כניסה-1-aA-שלום",
        "\u{FEFF}mark-1-aA\u{202E}", "\u{10FFFD}plane16-1aA", "percent%41+&=1aA", "</tag>'--;1aA",
    ]

    @Test(arguments: odd)
    func `it is what the user signs in with, after a reset and after a change`(password: String) async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        let reset = try await stage.reset("alice", to: password)
        #expect(reset.code == "applied", "\(reset)")
        #expect(try await samba.signIn("alice", password) == "in")
        let change = try await stage.change("alice", from: password, to: password + "!")
        #expect(change.code == "applied", "\(change)")
        #expect(try await samba.signIn("alice", password + "!") == "in")
    }

    @Test func `passwords that look alike are two`() async throws {
        let samba = try await Samba()
        try await samba.stage().reset("alice", to: "Zoe\u{308} combining 1")
        #expect(try await samba.signIn("alice", "Zo\u{eb} combining 1") == "52e")
    }

    @Test(arguments: [256, 255])
    func `a password may have as many characters as a request takes, also those of two units`(count: Int) async throws {
        let samba = try await Samba()
        let stage = try samba.stage()
        for character in ["x", "漢", "😀"] {
            let password = "aA1" + String(repeating: character, count: count - 3)
            let answer = try await stage.reset("alice", to: password)
            #expect(answer.code == "applied", "\(answer)")
            #expect(try await samba.signIn("alice", password) == "in")
        }
    }

    @Test(arguments: [
        #""abcAbc123456\ud800""#, #""\udc00abcAbc123456""#, #""abcAbc123456\u0000""#,
    ])
    func `half a character is refused before any directory is asked`(json: String) async throws {
        let samba = try await Samba()
        let before = try await samba.value("uSNChanged", of: "alice")
        let answer = try await samba.stage().ask("reset", "alice", #""new_password":\#(json)"#)
        #expect(answer.code == "malformed_request", "\(answer)")
        #expect(try await samba.value("uSNChanged", of: "alice") == before)
    }
}
