import Directories
import TestSupport
import Testing

extension DirectoryServer389Tests {
    /// Names and passwords with every character that means something somewhere on the way.
    @Suite(.serialized)
    struct NameTests {
        @Test("accounts and units with reserved characters in their names are reset, changed and unlocked")
        func names() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            for name in ["a*b(c)\\d", "Zoë", "#1, \"all\"+<x>;\\=", "odd"] {
                let reset = try await stage.reset(name, to: "Gr0und-Hog-7391", #""must_change":true"#)
                #expect(reset.outcome == "applied", "\(name): \(reset)")
                let change = try await stage.change(name, from: "Gr0und-Hog-7391", to: "Gr0und-Hog-7392")
                #expect(change.outcome == "applied", "\(name): \(change)")
                #expect(try await stage.unlock(name).outcome == "applied", "\(name)")
            }
        }

        private static let odd = [
            #"Gr0und"Hog"7391"#, #"Gr0und\Hog\7391"#, "Gr0und 🦔 Hög 7391", "Gro\u{0308}und-u\u{0308}7391",
            " Gr0und-Hog ",
            "Gr0und-Hog-" + String(repeating: "7391ß", count: 49), "%s%n$(Gr0und)`Hog`*|&", "Gr0und\u{1}\t\nHog-7391",
        ]

        @Test("odd passwords are written as they are, whichever way they go")
        func passwords() async throws {
            let server = try await DirectoryServer389()
            let stage = try server.stage()
            #expect(Self.odd.contains { $0.unicodeScalars.count == 256 })
            var last = DirectoryServer389.startPassword("carol")
            for password in Self.odd {
                #expect(try await stage.reset("alice", to: password).outcome == "applied", "\(password)")
                #expect(try await stage.reset("bob", to: password, #""must_change":true"#).outcome == "applied")
                #expect(try await stage.change("carol", from: last, to: password).outcome == "applied")
                for person in ["alice", "bob", "carol"] { #expect(try await server.signsIn(person, password)) }
                last = password
            }
        }
    }
}
