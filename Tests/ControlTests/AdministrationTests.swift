import ArgumentParser
import Foundation
import JSON
import Requests
import Testing

@testable import writebackctl

@Suite("What an administrator is answered, in words")
struct AdministrationTests {
    private static let found = """
        {"outcome":"answered","correlation_id":"c1","kind":"active-directory","product":"Samba Active Directory",
         "limits":[{"code":"history_not_enforced_on_reset","detail":"Password history is not enforced on reset here."}],
         "rights":[{"right":"write_password","state":"missing","operations":["reset","change"],
                    "remedy":"dsacls one\\ndsacls two"},
                   {"right":"clear_lock","state":"unknown","operations":["unlock"]},
                   {"right":"read_account","state":"granted","operations":[]}],
         "directory":"corp","server":"ldaps://dc1","account":{"id":"i","dn":"CN=a"},"lock":{"locked":false},
         "operations":{"reset":{"eligible":false,"code":"no_permission","detail":"It lacks a right."},
                       "unlock":{"eligible":true},"change":{"eligible":false,"code":"operation_off","detail":"It is off."},
                       "status":{"eligible":true}}}
        """

    @Test("a check: the directory, each operation, each right that is not certain, and the command that grants it")
    func check() throws {
        let report = try answer(CheckAnswer.self, Self.found).report
        #expect(report.exitCode == .refused)
        #expect(
            report.lines == [
                "checked: CN=a", "  directory: corp (Samba Active Directory, kind active-directory)",
                "  server: ldaps://dc1", "  account id: i", "  locked: no",
                "  reset: no: It lacks a right. (no_permission)", "  unlock: yes",
                "  change: no: It is off. (operation_off)", "  status: yes",
                "What this directory cannot do:",
                "  Password history is not enforced on reset here. (history_not_enforced_on_reset)",
                "The agent lacks the right write_password, which reset, change need.",
                "  To grant it:", "    dsacls one", "    dsacls two",
                "Whether the agent has the right clear_lock, which unlock needs, cannot be seen.",
                "  correlation id: c1 (journalctl -u writebackd WRITEBACK_CORRELATION_ID=c1)",
            ])
    }

    @Test("what is switched off does not make a check fail")
    func switchedOff() throws {
        let text = Self.found.replacing(
            #"{"eligible":false,"code":"no_permission","detail":"It lacks a right."}"#, with: #"{"eligible":true}"#)
        #expect(try answer(CheckAnswer.self, text).exitCode == .success)
    }

    @Test("an identity that no policy holds makes a check fail, although everything would work")
    func excessive() throws {
        let text = Self.found.replacing(
            #"{"eligible":false,"code":"no_permission","detail":"It lacks a right."}"#, with: #"{"eligible":true}"#
        ).replacing(#""state":"missing""#, with: #""state":"excessive""#)
        let answer = try answer(CheckAnswer.self, text)
        #expect(answer.exitCode == .refused)
        let line = "The agent has more than the right write_password: no password policy holds it."
        #expect(answer.report.lines.contains(line))
    }

    @Test("a rotation: which servers take the new password, and what becomes of the old one")
    func rotation() throws {
        let report = try answer(
            RotationAnswer.self,
            """
            {"outcome":"applied","directory":"corp","identity":"cn=a","settled":false,
             "servers":[{"server":"ldaps://a","proved":true},{"server":"ldaps://b","proved":false,"detail":"It is down."}]}
            """
        ).report
        #expect(report.exitCode == .success)
        #expect(
            report.lines == [
                "done: cn=a has a new password in directory corp", "  ldaps://a: takes the new password",
                "  ldaps://b: not proved: It is down.",
                "  the password before: kept until every server takes the new one; the agent looks by itself",
            ])
    }

    @Test("every other end has its exit status", arguments: [("refused", 1), ("not_applied", 3), ("unknown", 4)])
    func ends(outcome: String, code: Int32) throws {
        let text = #"{"outcome":"\#(outcome)","detail":"Why.","code":"some_code"}"#
        #expect(try answer(RotationAnswer.self, text).exitCode.rawValue == code)
        #expect(try answer(CheckAnswer.self, text).report.lines[0].hasSuffix("Why. (some_code)"))
    }

    @Test("an account is asked for by its name or its id, in a directory if one is given")
    func question() throws {
        let named = try #require(try Writebackctl.parseAsRoot(["check", "a\"b"]) as? CheckCommand)
        #expect(named.question.text == #"{"account":{"name":"a\"b"}}"#)
        let words = ["check", "--id", "1-2", "--directory", "corp"]
        let identified = try #require(try Writebackctl.parseAsRoot(words) as? CheckCommand)
        #expect(identified.question.text == #"{"account":{"id":"1-2"},"directory":"corp"}"#)
    }

    @Test("the question arrives as JSON at the agent's route")
    func route() throws {
        let peer = AgentPeer(reply: AgentPeer.reply(200, #"{"outcome":"applied"}"#))
        _ = try AgentSocket(path: peer.path).post("/v1/rotate-bind", ["directory": "corp"])
        let request = try #require(peer.requests.first)
        #expect(request.hasPrefix("POST /v1/rotate-bind HTTP/1.1\r\n"))
        #expect(request.contains("Content-Type: application/json\r\n"))
        #expect(request.hasSuffix(#"{"directory":"corp"}"#))
    }

    @Test("health in words: what a directory is, what it cannot do, and its servers where one is not well")
    func health() throws {
        let text = """
            {"status":"degraded","directories":[{"name":"corp","status":"up","kind":"openldap","product":"OpenLDAP",
             "limits":[{"code":"rules_unknown","detail":"The rules cannot be read."}],"rotation_open":true,
             "servers":[{"server":"ldaps://a","status":"read_only","reason":"it is a replica"},
                        {"server":"ldaps://b","status":"up","reason":"once broken"}]}]}
            """
        let document = try HealthDocument(HTTPReply(status: 200, body: Array(text.utf8)))
        #expect(
            HealthReport(of: document).report.lines.dropFirst() == [
                "  directory corp: up", "    it is OpenLDAP, kind openldap",
                "    The rules cannot be read. (rules_unknown)", "    server ldaps://a: avoided: it is a replica",
                "    server ldaps://b: up",
                "    the agent's last new password has not been taken by every server; the one before is kept",
            ])
    }

    private func answer<Document>(
        _ type: Document.Type, _ text: String
    ) throws -> AdministratorAnswer<Document> {
        try AdministratorAnswer<Document>(HTTPReply(status: 200, body: Array(text.utf8)))
    }
}
