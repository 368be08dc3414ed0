import JSON
import Requests
import Secrets
import Testing

/// What is read from the payload of a token, and what becomes of its sealed passwords.
struct SignedRequestTests {
    @Test(arguments: Operation.allCases)
    func `the claims arrive, whoever asks for what`(operation: Operation) throws {
        let request = try Reading.signed(.signed(operation))
        let (claims, details, sealed) = (request.claims, request.details, request.sealed)
        #expect(claims.issuer == "https://reset.example.test")
        #expect(claims.audience == "agent.example.test")
        #expect(claims.issuedAt == Timestamp(seconds: 1_800_000_000))
        #expect(claims.expiresAt == Timestamp(seconds: 1_800_000_120))
        #expect(claims.authenticatedAt == Timestamp(seconds: 1_799_999_990))
        #expect(details == (try Reading.request(.least(operation)).details))
        let members: [Operation: [RequestMember]] = [
            .reset: [.newPassword], .change: [.currentPassword, .newPassword],
        ]
        #expect(sealed.map(\.member) == members[operation, default: []])
        #expect(sealed.allSatisfy { $0.text == "\($0.member.rawValue).b.c.d.e" })
    }

    @Test func `the time of the user's verification may be left out`() throws {
        let claims = try Reading.signed(.signed(.reset).without("auth_time")).claims
        #expect(claims.authenticatedAt == nil)
    }

    @Test func `the order of the claims does not matter`() throws {
        var random = SplitMix64(seed: 7)
        let first = try Reading.signed(.fullSigned)
        let (claims, details, sealed) = (first.claims, first.details, first.sealed)
        for _ in 0..<200 {
            let other = try Reading.signed(RequestBody.fullSigned.shuffled(&random))
            let isSame = other.claims == claims && other.details == details && other.sealed == sealed
            #expect(isSame)
        }
    }

    @Test func `a payload cut at any byte is refused`() throws {
        let bytes = Array(RequestBody.fullSigned.text.utf8)
        for count in bytes.indices {
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            #expect(try Reading.malformation(signed: text) != nil, "cut after \(count) bytes")
        }
    }

    private func opened(
        _ body: RequestBody, _ open: (SealedPassword) throws(Refusal) -> Secret
    ) throws(Refusal) -> Request {
        let signed: SignedRequest
        do {
            signed = try Reading.signed(body)
        } catch {
            throw error as? Refusal ?? .stopping
        }
        return try signed.request(opening: open)
    }

    private static func secret(_ bytes: [UInt8]) throws(Refusal) -> Secret {
        do {
            return try Secret(capacity: bytes.count) { target in
                target.copyBytes(from: bytes)
                return bytes.count
            }
        } catch {
            throw .busy(.secureMemory)
        }
    }

    @Test func `each password is opened once and takes its own place`() throws {
        var asked: [SealedPassword] = []
        let request = try opened(.signed(.change)) { (password) throws(Refusal) in
            asked.append(password)
            return try Self.secret(Array(password.member.rawValue.utf8))
        }
        #expect(asked.map(\.text) == ["current_password.b.c.d.e", "new_password.b.c.d.e"])
        let inPlace =
            switch request.work {
            case .change(let change):
                try change.current.matches(Secret(utf8: "current_password"))
                    && change.new.matches(Secret(utf8: "new_password"))
            default: false
            }
        #expect(inPlace)
    }

    @Test func `a password that does not open ends it`() throws {
        var asked = 0
        #expect(throws: Refusal.sealedPasswordInvalid(field: "current_password")) {
            _ = try opened(.signed(.change)) { (password) throws(Refusal) in
                asked += 1
                throw .sealedPasswordInvalid(field: password.member.rawValue)
            }
        }
        #expect(asked == 1)
    }

    @Test(
        arguments: [
            ([], .empty), ([0], .holdsNUL), ([0x61, 0], .holdsNUL), ([0xff], .invalidUnicode),
            ([0x61, 0xe2, 0x82], .invalidUnicode), ([0xc0, 0x80], .invalidUnicode),
            ([0xed, 0xbf, 0xbf], .invalidUnicode), (Array(repeating: 0x61, count: 257), .tooLong(limit: 256)),
            (Array(String(repeating: "€", count: 257).utf8), .tooLong(limit: 256)),
        ] as [([UInt8], Problem)])
    func `what was sealed must be a password`(bytes: [UInt8], problem: Problem) throws {
        for operation in [Operation.reset, .change] {
            let found = Malformation(field: "new_password", problem: problem)
            #expect(throws: Refusal.malformed(found)) {
                _ = try opened(.signed(operation)) { (password) throws(Refusal) in
                    try Self.secret(password.member == .newPassword ? bytes : [0x61])
                }
            }
        }
    }

    @Test(arguments: [
        Array(repeating: 0x61, count: 256), Array(String(repeating: "😀", count: 256).utf8), [0x20], [0x0a],
    ])
    func `a password as long as the limit is taken`(bytes: [UInt8]) throws {
        let request = try opened(.signed(.reset)) { (_) throws(Refusal) in try Self.secret(bytes) }
        let isSame =
            switch request.work {
            case .reset(let reset): reset.new.matches(try Self.secret(bytes))
            default: false
            }
        #expect(isSame)
    }

    @Test func `a missing password is named`() throws {
        for (operation, member) in [
            (Operation.reset, "new_password"), (.change, "new_password"), (.change, "current_password"),
        ] {
            #expect(throws: Refusal.malformed(.init(field: member, problem: .missing))) {
                _ = try opened(RequestBody.signed(operation).without(member)) { (_) throws(Refusal) in
                    try Self.secret([0x61])
                }
            }
        }
    }

    @Test func `the clear members mean the same in both forms`() throws {
        let signed = try opened(.signed(.reset)) { (_) throws(Refusal) in try Self.secret([0x61]) }
        let (one, other) = (signed.canonicalText, try Reading.request(.least(.reset)).canonicalText)
        #expect(one == other)
    }
}
