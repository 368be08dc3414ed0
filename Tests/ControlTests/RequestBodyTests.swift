import ArgumentParser
import Foundation
import Requests
import Secrets
import Testing

@testable import writebackctl

@Suite("The body of a request")
struct RequestBodyTests {
    @Test("has only what was given")
    func minimal() throws {
        let body = try text(["unlock", "alice", "--request-id", "r1"], [])
        #expect(body == #"{"jti":"r1","op":"unlock","account":{"name":"alice"}}"#)
    }

    @Test("has everything that was given")
    func complete() throws {
        let options = [
            "reset", "0b1c", "--id", "--directory", "corp", "--no-unlock", "--must-change", "--admin", "root@corp",
            "--client",
            "10.0.0.1", "--method", "otp", "--method", "face", "--request-id", "r2",
        ]
        let body = try text(options, [PasswordMember(.newPassword, try Secret(utf8: "p"))])
        let expected =
            #"{"jti":"r2","op":"reset","account":{"id":"0b1c"},"directory":"corp","unlock":false,"must_change":true,"#
            + #""act":{"sub":"root@corp"},"client":"10.0.0.1","amr":["otp","face"],"new_password":"p"}"#
        #expect(body == expected)
    }

    @Test("says that no new password is asked for, when it was said")
    func noMustChange() throws {
        let draft = try draft(["reset", "a", "--no-must-change"])
        #expect(draft.mustChange == false)
        #expect(draft.unlock == nil)
    }

    @Test("is read by the agent as it was meant, whatever is in the passwords and names")
    func awkward() throws {
        let new = "\u{1}\n\t\"\\/ \u{7f}é€😀{}\u{2028}"
        let options = ["change", #"O"Neil\ü"#, "--client", "a\"b", "--request-id", "r3"]
        let draft = try draft(options)
        let members = [
            PasswordMember(.currentPassword, try Secret(utf8: "old\"\\")),
            PasswordMember(.newPassword, try Secret(utf8: new)),
        ]
        let request = try Request(parsing: try draft.body(with: members))
        #expect(request.details.account == .name(#"O"Neil\ü"#))
        #expect(request.details.client == "a\"b")
        let old = try Secret(utf8: "old\"\\")
        let written = try Secret(utf8: new)
        let areRight =
            switch request.work {
            case .change(let change): change.current.matches(old) && change.new.matches(written)
            default: false
            }
        #expect(areRight)
    }

    @Test("has room for the longest passwords, all of whose bytes need an escape")
    func longest() throws {
        let password = String(repeating: "\u{1}", count: SecretLine.limit)
        let members = [
            PasswordMember(.currentPassword, try Secret(utf8: password)),
            PasswordMember(.newPassword, try Secret(utf8: password)),
        ]
        let body = try text(["change", "a", "--request-id", "r"], members)
        let escaped = String(repeating: "\\u0001", count: SecretLine.limit)
        #expect(body.hasSuffix(#","current_password":"\#(escaped)","new_password":"\#(escaped)"}"#))
    }

    @Test("has a random identifier where none is given")
    func randomID() throws {
        let ids = try (0..<2).map { _ in try draft(["status", "a"]).id }
        #expect(ids[0] != ids[1])
        #expect(UUID(uuidString: ids[0]) != nil)
    }

    private func draft(_ options: [String]) throws -> RequestDraft {
        try #require(try Writebackctl.parseAsRoot(["request"] + options) as? RequestCommand).draft
    }

    private func text(_ options: [String], _ passwords: [PasswordMember]) throws -> String {
        try draft(options).body(with: passwords).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}
