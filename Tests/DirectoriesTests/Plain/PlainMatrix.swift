import Directories

/// Any LDAPv3 server in the table: a slapd with a password policy of which nothing is known beforehand.
struct PlainMatrix: MatrixDirectory {
    static let column = "plain"
    private let situations: SlapdSituations

    init() async throws { situations = try await SlapdSituations(kind: .plain) }

    func observe(_ row: MatrixRow) async throws -> String? { try await situations.observe(row) }
}
