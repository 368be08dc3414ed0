import JSON
import Testing

/// Whole numbers from 0 to 2^53 - 1, which every reader reads alike.
struct WholeNumberTests {
    private static let most = (1 << 53) - 1

    private func read(_ text: String) -> Result<Int, JSONError> {
        Reading.result(text) { (reader) throws(JSONError) in try reader.wholeNumber(at: "n") }
    }

    @Test(arguments: [0, 1, 9, 10, 1_800_000_000, (1 << 53) - 2, (1 << 53) - 1])
    func `a number in digits is read`(number: Int) {
        #expect(read("\(number)").value == number)
        #expect(read(" \t\r\n\(number) ").value == number)
    }

    @Test(arguments: [
        "9007199254740992", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "1" + String(repeating: "0", count: 300), String(repeating: "9", count: 16_000),
    ])
    func `a larger one is out of range`(text: String) {
        #expect(read(text).problem == .outOfRange(0...Self.most))
    }

    @Test(arguments: [
        "1.5", "1.0", "0.0", "1e300", "1E5", "1e0", "-1", "-0", "\"1\"", "\"\"", "[1]", "{}", "true", "null", "1.",
        "0e",
    ])
    func `another value is told apart from no JSON`(text: String) {
        #expect(read(text).problem == .wrongType(expected: "a whole number"))
    }

    @Test(arguments: [
        "", " ", "+1", "01", "00", "007", "1 2", "1,", "0x10", "1_000", "١", "NaN", "Infinity", ".5", "1a",
    ])
    func `what is no JSON is refused as such`(text: String) {
        #expect(read(text).problem?.code == "not_json")
    }

    @Test func `what is wrong is told with the member's path`() {
        guard case .failure(.malformed(let found)) = read("1.5") else { return #expect(Bool(false)) }
        #expect(found.description == "'n' must be a whole number")
    }
}
