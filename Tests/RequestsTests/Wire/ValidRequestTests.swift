import Requests
import Secrets
import Testing

/// What is read from requests that are as they should be.
struct ValidRequestTests {
    private func isReset(_ work: borrowing Work, to password: String, unlock: Bool, mustChange: Bool) throws -> Bool {
        switch work {
        case .reset(let reset):
            guard reset.unlock == unlock, reset.mustChange == mustChange else { return false }
            return try reset.new.matches(Secret(utf8: password))
        default: return false
        }
    }

    private func isChange(_ work: borrowing Work, from old: String, to new: String) throws -> Bool {
        switch work {
        case .change(let change):
            guard try change.current.matches(Secret(utf8: old)) else { return false }
            return try change.new.matches(Secret(utf8: new))
        default: return false
        }
    }

    @Test(arguments: Operation.allCases)
    func `the least of each operation is enough`(operation: Operation) throws {
        let details = try Reading.request(RequestBody.least(operation)).details
        #expect(details.operation == operation)
        #expect(details.id == "r-1")
        #expect(details.account == .name("alice"))
        #expect(details.account.text == "alice")
        #expect(details.directory == nil)
        #expect(details.methods == [])
        #expect(details.captcha == nil)
        #expect(details.client == nil)
        #expect(details.administrator == nil)
    }

    @Test func `every member arrives`() throws {
        let details = try Reading.request(RequestBody.full).details
        #expect(details.account == .id("7d9b2f6e-0000-4000-8000-1234567890ab"))
        #expect(details.directory == "corp")
        #expect(details.methods == ["otp", "sms"])
        #expect(details.captcha == true)
        #expect(details.client == "web")
        #expect(details.administrator == "admin-é")
    }

    @Test func `a user's reset unlocks and asks for no change`() throws {
        let request = try Reading.request(RequestBody.least(.reset))
        let isAsExpected = try isReset(request.work, to: "New-password-1", unlock: true, mustChange: false)
        #expect(isAsExpected)
    }

    @Test func `an administrator's reset asks for a change`() throws {
        let request = try Reading.request(RequestBody.least(.reset).with("act", #"{"sub":"root"}"#))
        let isAsExpected = try isReset(request.work, to: "New-password-1", unlock: true, mustChange: true)
        #expect(isAsExpected)
    }

    @Test(arguments: [true, false], [true, false])
    func `a request may say otherwise, whoever sends it`(unlock: Bool, mustChange: Bool) throws {
        for body in [RequestBody.least(.reset), RequestBody.full] {
            let said = body.with("unlock", "\(unlock)").with("must_change", "\(mustChange)")
            let request = try Reading.request(said.with("new_password", #""pw""#))
            let isAsExpected = try isReset(request.work, to: "pw", unlock: unlock, mustChange: mustChange)
            #expect(isAsExpected)
        }
    }

    @Test func `a change has both passwords, each in its place`() throws {
        let request = try Reading.request(RequestBody.least(.change))
        let isAsExpected = try isChange(request.work, from: "Old-password-1", to: "New-password-1")
        #expect(isAsExpected)
    }

    @Test(arguments: [
        (#""New-\u00e9\"\n€ 😀""#, "New-é\"\n€ 😀"), (#""\\\/\b\f\n\r\t""#, "\\/\u{8}\u{c}\n\r\t"),
        (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00""#, "😀"), (#""\udbff\udfff""#, "\u{10ffff}"),
        (#"" both ends ""#, " both ends "), (#""e\u0301""#, "e\u{301}"), (#""\u007f""#, "\u{7f}"),
        (#""a+b&c=d%20*(){}[],:""#, "a+b&c=d%20*(){}[],:"), (#""\uffff\ufffe\ufeff""#, "\u{ffff}\u{fffe}\u{feff}"),
    ])
    func `a password arrives byte for byte`(json: String, password: String) throws {
        let request = try Reading.request(RequestBody.least(.reset).with("new_password", json))
        let isSame = try isReset(request.work, to: password, unlock: true, mustChange: false)
        #expect(isSame)
    }

    @Test func `white space between the tokens does not matter`() throws {
        let text =
            " {\t\"jti\" :\n\"r\" ,\r\"op\": \"status\" , \"account\": { \"name\" : \"a\" } , \"amr\" : [ ] }\n\t "
        #expect(try Reading.malformation(text) == nil)
    }

    @Test func `whether a text repeats a password is told for each kind of work`() throws {
        let change = try Reading.request(RequestBody.least(.change))
        let reset = try Reading.request(RequestBody.least(.reset))
        let status = try Reading.request(RequestBody.least(.status))
        for (text, inChange, inReset) in [
            ("x OLD-password-1 x", true, false), ("x new-PASSWORD-1", true, true), ("quality check", false, false),
        ] {
            let found = [change.work.isRepeated(in: text), reset.work.isRepeated(in: text)]
            #expect(found == [inChange, inReset])
            let isInStatus = status.work.isRepeated(in: text)
            #expect(!isInStatus)
        }
    }
}
