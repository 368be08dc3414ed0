import AgentKeys
import Authorisation
import Requests
import Secrets
import Testing

/// Which callers that are known by their peers may ask for what.
struct AuthorisationTests {
    private let keys: KeyRing
    private let authorisation: Authorisation

    init() throws {
        keys = try SealingKeys().ring
        authorisation = try Self.knowing(
            [
                Self.caller("portal", users: [1001, 1002], operations: [.reset, .unlock]),
                Self.caller("helpdesk", groups: [2001], operations: [.unlock, .status]),
                Self.caller("everything", users: [1003], groups: [2002], operations: Set(Operation.allCases)),
                Self.caller("nothing", users: [1004], operations: []),
            ], keys)
    }

    private static func caller(
        _ name: String, users: Set<UInt32> = [], groups: Set<UInt32> = [], operations: Set<Operation>
    ) -> Caller {
        Caller(name: name, users: users, groups: groups, operations: operations, proof: .peer)
    }

    private static func knowing(_ callers: [Caller], _ keys: KeyRing) throws -> Authorisation {
        Authorisation(
            callers: callers, agent: Scene.agent, keys: keys, fingerprintKey: SharedSecret(try Secret(utf8: "k")))
    }

    private func peer(uid: UInt32, gid: UInt32 = 9) -> Peer {
        Peer(uid: uid, gid: gid, pid: 1)
    }

    private func request(_ operation: Operation) throws -> Request {
        let password = operation == .reset ? #","new_password":"pw""# : ""
        let text = #"{"jti":"r","op":"\#(operation.rawValue)","account":{"name":"alice"}\#(password)}"#
        return try Request(parsing: try Secret(utf8: text))
    }

    private func authorisedCaller(_ operation: Operation, from peer: Peer) throws -> String {
        try authorisation.authorise(try request(operation), from: peer).caller
    }

    @Test(
        arguments: [
            (1001, 9, "portal"), (1002, 9, "portal"), (1003, 9, "everything"), (1004, 9, "nothing"),
            (7, 2001, "helpdesk"), (7, 2002, "everything"), (0, 2001, "helpdesk"), (1003, 2002, "everything"),
        ] as [(UInt32, UInt32, String)])
    func `a peer is the caller with its user or group`(uid: UInt32, gid: UInt32, name: String) {
        #expect(authorisation.caller(of: peer(uid: uid, gid: gid))?.name == name)
    }

    @Test(arguments: [(1002, 2001), (1001, 2002), (1004, 2002)] as [(UInt32, UInt32)])
    func `the user of one caller in the group of another is neither`(uid: UInt32, gid: UInt32) {
        #expect(authorisation.caller(of: peer(uid: uid, gid: gid)) == nil)
        #expect(authorisation.callers(of: peer(uid: uid, gid: gid)).isEmpty)
        #expect(throws: Refusal.unknownCaller) {
            _ = try authorisation.authorise(try request(.unlock), from: peer(uid: uid, gid: gid))
        }
    }

    @Test(arguments: [(0, 0), (1000, 9), (1005, 9), (2001, 1001), (2002, 9), (.max, .max)] as [(UInt32, UInt32)])
    func `a peer with neither is a stranger, root included`(uid: UInt32, gid: UInt32) {
        let stranger = peer(uid: uid, gid: gid)
        #expect(authorisation.caller(of: stranger) == nil)
        for operation in [Operation.reset, .unlock, .status] {
            #expect(throws: Refusal.unknownCaller) {
                _ = try authorisation.authorise(try request(operation), from: stranger)
            }
        }
    }

    @Test func `without callers everybody is a stranger`() throws {
        let authorisation = try Self.knowing([], keys)
        #expect(authorisation.caller(of: peer(uid: 0, gid: 0)) == nil)
        #expect(authorisation.callers(of: peer(uid: 0, gid: 0)).isEmpty)
    }

    @Test func `a process number makes no caller`() {
        #expect(authorisation.caller(of: Peer(uid: 5, gid: 5, pid: 1001)) == nil)
    }

    @Test func `an operation that is granted is authorised in the caller's name`() throws {
        #expect(try authorisedCaller(.reset, from: peer(uid: 1001)) == "portal")
        #expect(try authorisedCaller(.status, from: peer(uid: 7, gid: 2001)) == "helpdesk")
        #expect(try authorisedCaller(.status, from: peer(uid: 1003)) == "everything")
    }

    @Test func `an operation that is not granted is refused, even if another caller with the same user may`() {
        #expect(throws: Refusal.operationNotGranted(.status)) { try authorisedCaller(.status, from: peer(uid: 1001)) }
        #expect(throws: Refusal.operationNotGranted(.reset)) {
            try authorisedCaller(.reset, from: peer(uid: 7, gid: 2001))
        }
        for operation in [Operation.reset, .unlock, .status] {
            #expect(throws: Refusal.operationNotGranted(operation)) {
                try authorisedCaller(operation, from: peer(uid: 1004))
            }
        }
    }

    @Test func `an authorised request carries what was asked, unchanged`() throws {
        let authorised = try authorisation.authorise(try request(.unlock), from: peer(uid: 1002))
        let details = authorised.request.details
        #expect(details == (try request(.unlock).details))
    }
}
