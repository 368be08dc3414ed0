import Foundation
import TestSupport
import Testing

@Suite("What an administrator is told before a user needs it", .serialized, .timeLimit(.minutes(3)))
struct AdminCheckTests {
    let stage: Stage

    init() async throws {
        stage = try await Stage()
    }

    @Test("a check names the directory, the rights and what would work, writes nothing, and is in the journal")
    func check() async throws {
        let before = try await stage.value("entryCSN", of: "alice")
        let reply = try stage.daemon.check("alice")
        #expect(reply.status == 200, "\(reply.body)")
        #expect(reply["kind"] == "openldap")
        #expect(reply["product"] == "OpenLDAP")
        #expect(reply["server"] == stage.slapd["LDAPS_URL"])
        #expect(reply["account.dn"] == "uid=alice,\(stage.slapd["PEOPLE_DN"])")
        for operation in ["reset", "unlock", "change", "status"] {
            #expect(reply["operations.\(operation).eligible"] == "true", "\(reply.body)")
        }
        #expect(reply.body.contains(#""right":"write_password","state":"granted""#), "\(reply.body)")
        #expect(!reply.body.contains(#""state":"missing""#))
        #expect(try await stage.value("entryCSN", of: "alice") == before)
        try await stage.daemon.wait(until: "the journal tells of the check") {
            try await stage.journald.entries("WRITEBACK_ACCOUNT=alice").contains {
                $0["MESSAGE_ID"] == "094ee92a7f124da58773912fce72e82f" && $0["WRITEBACK_PEER_UID"] == "\(getuid())"
            }
        }
    }

    @Test("a right that is missing is named with the way to grant it, to an administrator and to callers")
    func missing() throws {
        let reply = try stage.daemon.check("mallory")
        #expect(reply["operations.reset.eligible"] == "false", "\(reply.body)")
        #expect(reply["operations.reset.code"] == "no_permission")
        #expect(reply["operations.reset.parameters.right"] == "write_password")
        #expect(reply["operations.reset.parameters.object"] == "uid=mallory,\(stage.slapd["PEOPLE_DN"])")
        #expect(reply.body.contains(#""state":"missing""#))
        #expect(reply.body.contains(#""remedy":"#))
        let status = try stage.ask("status", "mallory")
        #expect(status["operations.reset.eligible"] == "false")
        #expect(status["operations.reset.code"] == "no_permission")
        #expect(try stage.ask("status", "alice")["operations.reset.eligible"] == "true")
    }

    @Test("the tool says it in words, and to a script by its exit status")
    func tool() throws {
        let good = try stage.daemon.writebackctl("check", "alice")
        #expect(good.status == 0, "\(good.output)")
        #expect(good.output.contains("checked: uid=alice,"))
        #expect(good.output.contains("reset: yes"))
        #expect(good.output.contains("OpenLDAP"))
        let bad = try stage.daemon.writebackctl("check", "mallory")
        #expect(bad.status == 1)
        #expect(bad.output.contains("reset: no: "))
        #expect(bad.output.contains("To grant it:"))
        #expect(bad.output.contains("olcAccess"))
        #expect(try stage.daemon.writebackctl("check", "nobody-at-all").status == 1)
        #expect(try stage.daemon.writebackctl("check", "alice", "--json").output.hasPrefix("{"))
    }

    @Test("health tells what the directory is and how its servers are, and the tool says so")
    func health() async throws {
        try await stage.daemon.wait(until: "the directory was asked") {
            try stage.daemon.get("/v1/health").value(at: "directories.0.status") == "up"
        }
        let health = try stage.daemon.get("/v1/health")
        #expect(health.value(at: "directories.0.kind") == "openldap", "\(health.body)")
        #expect(health.value(at: "directories.0.product") == "OpenLDAP")
        #expect(health.value(at: "directories.0.servers.0.server") == stage.slapd["LDAPS_URL"])
        #expect(health.value(at: "directories.0.servers.0.status") == "up")
        let told = try stage.daemon.writebackctl("status")
        #expect(told.status == 0)
        #expect(told.output.contains("it is OpenLDAP, kind openldap"))
        try await stage.daemon.wait(until: "the journal tells what was recognised") {
            try await stage.journald.entries("MESSAGE_ID=7fdbf7b686094af18bf6cf5eef1bfde7").count == 1
        }
    }

    @Test("a question that is none is refused with its reason")
    func malformed() throws {
        for (body, field) in [("{}", "account"), (#"{"account":{"name":"a"},"op":"reset"}"#, "op"), ("[]", "")] {
            let reply = try stage.daemon.administer("check", body)
            #expect(reply["code"] == "malformed_request")
            #expect(reply["parameters.field"] == field)
        }
        #expect(try stage.daemon.check("nobody-at-all")["code"] == "account_not_found")
        let elsewhere = try stage.daemon.administer("check", #"{"account":{"name":"alice"},"directory":"moon"}"#)
        #expect(elsewhere["code"] == "unknown_directory")
    }
}
