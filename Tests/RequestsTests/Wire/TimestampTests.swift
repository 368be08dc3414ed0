import Requests
import Testing

/// Times as directories write them and as replies tell them.
struct TimestampTests {
    @Test(arguments: [
        ("19700101000000Z", 0, "1970-01-01T00:00:00Z"), ("20240131235959Z", 1_706_745_599, "2024-01-31T23:59:59Z"),
        ("20240229120000Z", 1_709_208_000, "2024-02-29T12:00:00Z"),
        ("20000229000000Z", 951_782_400, "2000-02-29T00:00:00Z"),
        ("19691231235959Z", -1, "1969-12-31T23:59:59Z"), ("20380119031408Z", 2_147_483_648, "2038-01-19T03:14:08Z"),
        ("99991231235959Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
        ("00000101000000Z", -62_167_219_200, "0000-01-01T00:00:00Z"),
        ("09990101000000Z", -30_641_760_000, "0999-01-01T00:00:00Z"),
    ])
    func `a time is read, and told in RFC 3339`(text: String, seconds: Int, told: String) throws {
        let time = try #require(Timestamp(generalizedTime: text))
        #expect(time.seconds == seconds)
        #expect(time.description == told)
    }

    @Test(arguments: ["20240131235959.1Z", "20240131235959.123Z", "20240131235959.999999Z", "20240131235959.000000Z"])
    func `a fraction of a second is dropped`(text: String) {
        #expect(Timestamp(generalizedTime: text)?.description == "2024-01-31T23:59:59Z")
    }

    @Test func `a leap second is the first of the next minute`() {
        #expect(Timestamp(generalizedTime: "20161231235960Z")?.description == "2017-01-01T00:00:00Z")
    }

    @Test(arguments: [
        "", "Z", "2024", "20240131", "202401312359Z", "20240131235959", "20240131235959z", "20240131235959+0000",
        "20240131235959.Z", "20240131235959.1", "20240131235959,5Z", "20240131235959.1.2Z", "20240131235959.١Z",
        "20240131235959 Z", " 20240131235959Z", "20240131235959ZZ", "2024013123595٩Z", "+2240131235959Z",
        "-0240131235959Z", "000001010000Z", "20240131235959Z\u{301}", "20240131235959.-1Z", "20240131235959Z\n",
    ])
    func `what is no such time is not read`(text: String) {
        #expect(Timestamp(generalizedTime: text) == nil)
    }

    @Test(arguments: [
        "20240001000000Z", "20241301000000Z", "20240100000000Z", "20240132000000Z", "20240230000000Z",
        "20230229000000Z", "20240431000000Z", "20240101240000Z", "20240101006000Z", "20240101000061Z",
        "20249999999999Z",
    ])
    func `a time that no calendar has is not read`(text: String) {
        #expect(Timestamp(generalizedTime: text) == nil)
    }

    @Test func `times are compared and moved by seconds`() {
        let early = Timestamp(seconds: 100)
        #expect(early < early + 1)
        #expect(early + 600 == Timestamp(seconds: 700))
        #expect(!(early < early))
    }

    @Test func `the present is told by the system's clock`() {
        let before = Timestamp.now
        #expect(before <= Timestamp.now)
        #expect(before > Timestamp(seconds: 1_700_000_000))
    }

    @Test func `what is added or taken away keeps a time within the years of four digits`() {
        let now = Timestamp(seconds: 1_700_000_000)
        #expect((now + 60).seconds == 1_700_000_060)
        #expect((now - 60).seconds == 1_699_999_940)
        for end in [now + .max, now - .min] { #expect("\(end)" == "9999-12-31T23:59:59Z") }
        for begin in [now + .min, now - .max] { #expect("\(begin)" == "0000-01-01T00:00:00Z") }
    }
}
