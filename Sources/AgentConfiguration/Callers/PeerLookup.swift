/// One look-up of all callers' peers, with what was found wrong.
struct PeerLookup {
    private(set) var findings: [Finding] = []
    /// Every user and group that was found: which caller's, and by which key.
    private var users: [(caller: CallerSettings, keyPath: String, user: NameService.User)] = []
    private var groups: [(caller: CallerSettings, keyPath: String, groupID: UInt32)] = []

    /// Looks up the peers of one caller; those that do not exist are findings.
    mutating func peers(of caller: CallerSettings) -> PeerNames {
        for (index, name) in caller.users.enumerated() {
            let keyPath = "callers.\(caller.name).users[\(index)]"
            guard let user = found(keyPath, "user", { () throws(Complaint) in try Self.user(name) }) else { continue }
            users.append((caller, keyPath, user))
        }
        for (index, name) in caller.groups.enumerated() {
            let keyPath = "callers.\(caller.name).groups[\(index)]"
            guard let id = found(keyPath, "group", { () throws(Complaint) in try Self.groupID(name) }) else { continue }
            groups.append((caller, keyPath, id))
        }
        return PeerNames(
            caller: caller.name,
            userIDs: Set(users.filter { $0.caller.name == caller.name }.map(\.user.userID)),
            groupIDs: Set(groups.filter { $0.caller.name == caller.name }.map(\.groupID)))
    }

    /// Adds a finding for every peer who would be two callers that may not share one.
    mutating func checkOverlaps() {
        for (index, one) in users.enumerated() {
            let twin = users[..<index].first { conflict($0.caller, one.caller) && $0.user.userID == one.user.userID }
            if let twin { report(one.keyPath, "is the same user as \(twin.keyPath)") }
            let group = groups.first { conflict($0.caller, one.caller) && $0.groupID == one.user.primaryGroupID }
            if let group { report(one.keyPath, "has \(group.keyPath) as primary group") }
        }
        for (index, one) in groups.enumerated() {
            let twin = groups[..<index].first { conflict($0.caller, one.caller) && $0.groupID == one.groupID }
            if let twin { report(one.keyPath, "is the same group as \(twin.keyPath)") }
        }
    }

    private func conflict(_ one: CallerSettings, _ other: CallerSettings) -> Bool {
        one.name != other.name && !CallerTrust.mayShareProcess(one.trust, other.trust)
    }

    private mutating func report(_ keyPath: String, _ overlap: String) {
        findings.append(Finding(keyPath: keyPath, message: "\(overlap); a peer must be exactly one caller"))
    }

    private mutating func found<Value>(
        _ keyPath: String, _ kind: String, _ lookUp: () throws(Complaint) -> Value?
    ) -> Value? {
        do throws(Complaint) {
            if let value = try lookUp() { return value }
            findings.append(Finding(keyPath: keyPath, message: "no such \(kind) on this machine"))
        } catch {
            findings.append(Finding(keyPath: keyPath, message: error.message))
        }
        return nil
    }

    /// A number need not be in the database; then its primary group is not known and counts as none.
    private static func user(_ text: String) throws(Complaint) -> NameService.User? {
        guard let number = NumericID.parse(text) else { return try NameService.user(named: text) }
        return try NameService.user(numbered: number) ?? .init(userID: number, primaryGroupID: .max)
    }

    private static func groupID(_ text: String) throws(Complaint) -> UInt32? {
        guard let number = NumericID.parse(text) else { return try NameService.groupID(named: text) }
        return number
    }
}
