import Testing

@testable import AgentConfiguration

@Suite struct DurationTests {
    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("15s", .seconds(15)), ("2m", .seconds(120)), ("24h", .seconds(86400)),
        ("7d", .seconds(604_800)), ("0s", .zero), ("999999999d", .seconds(999_999_999 * 86400)),
    ])
    func `a duration is a number and a unit`(_ text: String, _ duration: Duration) {
        #expect(Duration(settingText: text) == duration)
    }

    @Test(arguments: [
        "", "s", "15", "1.5s", "-1s", "+1s", "1 s", " 1s", "1S", "1D", "1w", "1sec", "1m30s", "9999999999s", "\u{661}s",
    ])
    func `anything else is none`(_ text: String) {
        #expect(Duration(settingText: text) == nil)
    }

    @Test(arguments: ["500ms", "1500ms", "15s", "90s", "2m", "1h", "25h", "7d", "0ms"])
    func `a duration is told in its largest whole unit`(_ text: String) {
        #expect(Duration(settingText: text)?.settingText == text)
    }
}
