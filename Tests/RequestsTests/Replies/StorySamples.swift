import Requests

extension Story {
    /// The story of a request as it is when all is known of it.
    static func sample(_ body: RequestBody = .full) throws -> Story {
        var story = begun()
        story.caller = "portal"
        story.details = try Reading.request(body).details
        story.account = AccountIdentity(
            directory: "corp", server: "ldaps://one.example.test", distinguishedName: "uid=alice,dc=example,dc=test",
            anchor: "7d9b2f6e-0000-4000-8000-1234567890ab")
        return story
    }

    /// The story of a request as it is when nothing but its sender is known.
    static func begun() -> Story {
        Story(peer: Peer(uid: 1, gid: 2, pid: 3), begun: .now, allowance: .seconds(10))
    }
}
