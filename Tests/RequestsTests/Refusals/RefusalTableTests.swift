import Requests
import Testing

/// The table of refusals: complete, unambiguous, and stable.
struct RefusalTableTests {
    @Test(arguments: RefusalKind.allCases)
    func `each refusal keeps its wire code`(kind: RefusalKind) {
        #expect(RefusalKind(kind.sample) == kind)
        #expect(kind.sample.entry.code == kind.rawValue)
    }

    @Test func `no two refusals share a code, a message id or a sentence`() {
        let samples = RefusalKind.allCases.map(\.sample)
        #expect(Set(samples.map(\.entry.code)).count == samples.count)
        #expect(Set(samples.map(\.entry.messageID)).count == samples.count)
        #expect(Set(samples.map(\.description)).count == samples.count)
    }

    @Test(arguments: RefusalKind.allCases)
    func `each refusal has a message id, a status of an error and a sentence`(kind: RefusalKind) throws {
        let (entry, sentence) = (kind.sample.entry, kind.sample.description)
        #expect(try #require(entry.messageID.wholeMatch(of: /[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}/)).output != "")
        #expect((400..<600).contains(entry.status))
        #expect(sentence.first?.isUppercase == true)
        #expect(sentence.last == ".")
        #expect(!sentence.contains("\n"))
    }

    @Test(arguments: RefusalKind.allCases)
    func `what may pass by itself can be retried, and only that`(kind: RefusalKind) {
        let entry = kind.sample.entry
        #expect([.refused, .notApplied, .unknown].contains(entry.outcome))
        #expect(entry.isRetryable == (entry.outcome != .refused))
        #expect(entry.isRetryable == (kind.sample.retryAfter != nil))
        #expect(entry.outcome != .notApplied || entry.status >= 500 || entry.status == 429)
    }

    @Test func `nobody is told that nothing was written while an earlier sending may be writing`() {
        #expect(RefusalKind.allCases.filter { $0.sample.entry.outcome == .unknown } == [.requestInProgress])
        #expect(Refusal.requestInProgress.retryAfter == 1)
    }

    @Test func `who proved nothing is told one thing whatever it was, and nobody else is`() {
        let unproven = RefusalKind.allCases.filter { $0.sample.isUnproven }
        #expect(
            unproven == [
                .tokenMalformed, .tokenTooLarge, .tokenType, .tokenAlgorithm, .tokenCritical, .tokenKeyUnknown,
                .tokenSignature,
            ])
        #expect(Set(unproven.map(\.sample.entry.toldCode)) == ["not_authorised"])
        #expect(Set(unproven.map(\.sample.toldDescription)).count == 1)
        #expect(Set(unproven.map(\.sample.entry.status)) == [401])
        for kind in RefusalKind.allCases where !unproven.contains(kind) {
            #expect(kind.sample.entry.toldCode == kind.rawValue)
            #expect(kind.sample.toldDescription == kind.sample.description)
        }
    }

    @Test(arguments: [
        (Duration.zero, 1), (.milliseconds(1), 1), (.milliseconds(1500), 2), (.seconds(90), 90),
        (.seconds(600.001), 601),
    ])
    func `a wait is told in whole seconds, never too few`(wait: Duration, seconds: Int) {
        let refusal = Refusal.tooManyAttempts(retryAfter: wait)
        #expect(refusal.retryAfter == seconds)
        #expect(refusal.description.hasSuffix("try again in \(seconds) seconds."))
    }

    @Test(arguments: [
        Refusal.accountLocked(since: nil), .passwordTooShort(minimum: nil), .passwordTooLong(maximum: nil),
        .passwordInHistory(depth: nil), .passwordTooYoung(until: nil), .passwordQuality(message: nil),
        .directoryError(code: 1, name: "operationsError", message: ""),
    ])
    func `a number that the directory does not tell is left out of the sentence`(refusal: Refusal) {
        #expect(!refusal.description.contains("nil"))
        #expect(!refusal.description.contains(": ."))
        #expect(refusal.description.last == ".")
    }

    @Test func `numbers that are known stand in the sentence`() {
        #expect(Refusal.passwordTooShort(minimum: 10).description.contains("at least 10 characters"))
        #expect(Refusal.passwordTooLong(maximum: 64).description.contains("at most 64 characters"))
        #expect(Refusal.passwordInHistory(depth: 5).description.contains("the last 5"))
        #expect(Refusal.passwordTooYoung(until: Timestamp(seconds: 60)).description.contains("1970-01-01T00:01:00Z"))
        #expect(Refusal.tokenLifetime(limit: .seconds(300)).description.contains("300 seconds"))
        #expect(Refusal.authenticationTooOld(limit: .seconds(900)).description.contains("900 seconds"))
        #expect(Refusal.tokenExpired(since: Timestamp(seconds: 60)).description.contains("1970-01-01T00:01:00Z"))
        #expect(Refusal.tokenNotYetValid(until: Timestamp(seconds: 60)).description.contains("1970-01-01T00:01:00Z"))
        #expect(Refusal.tooSlow(limit: .seconds(10)).description.contains("10 seconds"))
    }
}
