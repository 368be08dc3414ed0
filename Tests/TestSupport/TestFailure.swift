/// Why a test could not be set up; its text ends up in the test report.
public struct TestFailure: Error, CustomStringConvertible {
    /// What went wrong.
    public let description: String

    /// Makes a failure.
    public init(_ description: String) {
        self.description = description
    }
}
