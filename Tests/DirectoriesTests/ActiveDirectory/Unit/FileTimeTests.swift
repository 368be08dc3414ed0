import Requests
import Testing

@testable import Directories

/// Times and spans of Active Directory.
struct FileTimeTests {
    @Test(arguments: [
        ("116444736000000000", 0), ("116444736009999999", 0), ("116444736010000000", 1),
        ("133485408000000000", 1_704_067_200),
        ("9223372036854775806", 910_692_730_085), ("1", -11_644_473_600),
    ])
    func `a time is counted in tenths of microseconds from 1601`(text: String, seconds: Int) {
        #expect(FileTime(text)?.timestamp == Timestamp(seconds: seconds))
    }

    @Test(arguments: ["0", "9223372036854775807", "-1", "-9223372036854775808"])
    func `zero, never and what lies before time are no time`(text: String) throws {
        #expect(try #require(FileTime(text)).timestamp == nil)
    }

    @Test(arguments: [
        ("-1", 1), ("-10000000", 1), ("-10000001", 2), ("-864000000000", 86_400),
        ("-9223372036854775807", 922_337_203_686),
    ])
    func `a span is negative, and rounded up`(text: String, seconds: Int) {
        #expect(FileInterval(text)?.seconds == seconds)
    }

    @Test(arguments: ["0", "-9223372036854775808"])
    func `no span and for ever are no number of seconds`(text: String) throws {
        #expect(try #require(FileInterval(text)).seconds == nil)
    }

    @Test(arguments: ["", "x", "9223372036854775808", "1.5", " 1"])
    func `what is no number is neither`(text: String) {
        #expect(FileTime(text) == nil)
        #expect(FileInterval(text) == nil)
    }

    @Test func `a positive span is none`() {
        #expect(FileInterval("1") == nil)
    }
}
