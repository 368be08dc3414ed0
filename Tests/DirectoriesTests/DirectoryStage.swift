import AccountPolicy
import AgentKeys
import Authorisation
import Directories
import Foundation
import JOSE
import LDAPClient
import Ledger
import Requests
import Secrets
import SystemdLink
import TestSupport
import Writeback

/// The way of a request, from its bytes to its reply, in this process, with a real ledger and a real directory.
final class DirectoryStage: Sendable {
    /// The directories it writes to.
    let directories: [Directory]
    private let flow: WritebackFlow
    private let ledger: Ledger
    private let folder: String
    private static let peer = Peer(uid: 4711, gid: 4711, pid: 1)

    /// A stage for one directory.
    convenience init(directory: Directory) throws {
        try self.init(directories: [directory])
    }

    /// A stage for several directories.
    ///
    /// - Parameter wrongPasswords: Wrong current passwords that are let through to the directory, each five minutes.
    init(directories: [Directory], wrongPasswords: Int = 100) throws {
        self.directories = directories
        folder = "\(Repository.temporary)/stage-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sender = try JournalSender(path: "\(folder)/no-journal")
        ledger = Ledger.open(
            LedgerSettings(path: "\(folder)/ledger.db", retention: .zero), sender: sender, agent: "test.example.test")
        let caller = Caller(
            name: "test", users: [Self.peer.uid], groups: [], operations: Set(Operation.allCases), proof: .peer)
        flow = WritebackFlow(
            authorisation: Authorisation(
                callers: [caller], agent: "test.example.test",
                keys: KeyRing(try KeyFile.make("\(folder)/keys.jwks", curve: .p256, at: 1).keys),
                fingerprintKey: SharedSecret(try Secret(utf8: UUID().uuidString))),
            policy: AccountPolicy(operations: Set(Operation.allCases), contact: nil),
            directories: DirectorySet(directories), ledger: ledger,
            throttle: WrongPasswordThrottle(limit: wrongPasswords, window: .seconds(300)), turns: AccountTurns())
    }

    deinit {
        ledger.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Sends a reset to a new password; `members` are further JSON members, such as `"must_change":true`.
    @discardableResult
    func reset(_ name: String, to password: String, _ members: String = "") async throws -> StageAnswer {
        let rest = members.isEmpty ? "" : ",\(members)"
        return try await ask("reset", name, #""new_password":\#(try Self.json(password))\#(rest)"#)
    }

    /// Sends a change from one password to another.
    @discardableResult
    func change(_ name: String, from old: String, to new: String) async throws -> StageAnswer {
        try await ask(
            "change", name, #""current_password":\#(try Self.json(old)),"new_password":\#(try Self.json(new))"#)
    }

    /// Sends an unlock.
    @discardableResult
    func unlock(_ name: String) async throws -> StageAnswer { try await ask("unlock", name) }

    /// Asks for the status.
    @discardableResult
    func status(_ name: String) async throws -> StageAnswer { try await ask("status", name) }

    /// Sends an operation for an account by sign-in name, with further JSON members.
    @discardableResult
    func ask(_ operation: String, _ name: String, _ members: String = "") async throws -> StageAnswer {
        try await send(operation, account: #"{"name":\#(try Self.json(name))}"#, members)
    }

    /// Sends an operation for an account by its immutable anchor.
    @discardableResult
    func ask(_ operation: String, id: String, _ members: String = "") async throws -> StageAnswer {
        try await send(operation, account: #"{"id":\#(try Self.json(id))}"#, members)
    }

    private func send(_ operation: String, account: String, _ members: String) async throws -> StageAnswer {
        let rest = members.isEmpty ? "" : ",\(members)"
        let body = #"{"jti":"\#(UUID().uuidString)","op":"\#(operation)","account":\#(account)\#(rest)}"#
        let story = Story(peer: Self.peer, begun: .now, allowance: .seconds(40))
        return try StageAnswer(await flow.answer(try Secret(utf8: body), as: .plain, story: story))
    }

    private static func json(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
}
