internal import GRDB
internal import Requests

extension UnsettledWrite {
    /// Reads the columns ``UnsettledTable/columns`` from `start` on; nil where one is not what was written.
    init?(_ row: Row, from start: Int) {
        guard let issuer: String = row.value(start), let id: String = row.value(start + 1),
            let intent: Int = row.value(start + 2), let begun: Int = row.value(start + 3),
            let operation = row.value(start + 5).flatMap(Operation.init(rawValue:)),
            let account = AccountIdentity(row, from: start + 6),
            let story = Story(row, from: start + 17, id: id, operation: operation, account: account)
        else { return nil }
        identity = RequestIdentity(issuer: issuer, id: id)
        (self.operation, self.account, self.begun) = (operation, account, Timestamp(seconds: begun))
        cause = row.value(start + 4).flatMap(Uncertainty.init(rawValue:))
        changeMark = row.value(start + 10)
        lastChange = row.value(start + 11).map(Timestamp.init(seconds:))
        lockMark = row.value(start + 12)
        wasLocked = row.value(start + 13) ?? false
        failedAttempts = row.value(start + 14) ?? 0
        lastFailedAttempt = row.value(start + 15).map(Timestamp.init(seconds:))
        mustChange = row.value(start + 16)
        self.story = story
        self.intent = intent
    }
}

extension AccountIdentity {
    fileprivate init?(_ row: Row, from start: Int) {
        guard let directory: String = row.value(start), let server: String = row.value(start + 1),
            let name: String = row.value(start + 2), let anchor: String = row.value(start + 3)
        else { return nil }
        self.init(directory: directory, server: server, distinguishedName: name, anchor: anchor)
    }
}

extension Story {
    /// The story as far as it had come; its clock starts anew.
    fileprivate init?(_ row: Row, from start: Int, id: String, operation: Operation, account: AccountIdentity) {
        guard let correlation: String = row.value(start), let uid: UInt32 = row.value(start + 1),
            let gid: UInt32 = row.value(start + 2), let pid: Int32 = row.value(start + 3),
            let namesID: Bool = row.value(start + 5), let name: String = row.value(start + 6),
            let methods: String = row.value(start + 8)
        else { return nil }
        self.init(
            peer: Peer(uid: uid, gid: gid, pid: pid), begun: .now, allowance: .zero, correlation: correlation)
        caller = row.value(start + 4)
        details = RequestDetails(
            id: id, operation: operation, account: namesID ? .id(name) : .name(name), directory: row.value(start + 7),
            methods: methods.split(separator: "\n").map(String.init), captcha: row.value(start + 9),
            client: row.value(start + 10), administrator: row.value(start + 11))
        directory = account.directory
        self.account = account
    }
}
