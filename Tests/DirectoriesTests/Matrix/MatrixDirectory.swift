/// One column of the table in docs/directories.md: a kind of directory, on a real server.
protocol MatrixDirectory: Sendable {
    /// The heading of the column.
    static var column: String { get }

    /// Starts the server.
    init() async throws

    /// Brings about the situation, asks for the operation, and answers what came of it: `applied`, `answered` or the
    /// refusal's code; nil where there is no such situation in this kind of directory.
    ///
    /// Each row uses people of its own, or puts everything back, so that the order does not matter.
    func observe(_ row: MatrixRow) async throws -> String?
}
