import Directories

/// OpenLDAP in the table: slapd with the ppolicy overlay and the shipped rules.
struct OpenLDAPMatrix: MatrixDirectory {
    static let column = "OpenLDAP"
    private let situations: SlapdSituations

    init() async throws { situations = try await SlapdSituations(kind: .openLDAP) }

    func observe(_ row: MatrixRow) async throws -> String? { try await situations.observe(row) }
}
