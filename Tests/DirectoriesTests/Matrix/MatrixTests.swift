import Testing

/// Every cell of the table in docs/directories.md is what a real server makes of it.
///
/// A column's test names every cell that differs; the observed word is what belongs there.
@Suite(.timeLimit(.minutes(10)))
struct MatrixTests {
    private func check<Column: MatrixDirectory>(_: Column.Type) async throws {
        let table = try MatrixTable()
        let directory = try await Column()
        for row in MatrixRow.allCases {
            let observed = try await directory.observe(row)
            let documented = table.cell(row, Column.column)
            #expect(observed == documented, "\(Column.column): \(row.rawValue): \(observed ?? "-")")
        }
    }

    @Test func `the documented rows are the rows that are observed`() throws {
        #expect(try MatrixTable().rows == MatrixRow.allCases.map(\.rawValue))
    }

    @Test func `OpenLDAP`() async throws { try await check(OpenLDAPMatrix.self) }

    @Test func `Active Directory`() async throws { try await check(ActiveDirectoryMatrix.self) }

    @Test func `389-DS`() async throws { try await check(DirectoryServer389Matrix.self) }

    @Test func `FreeIPA's layout`() async throws { try await check(FreeIPAMatrix.self) }

    @Test func `a plain server`() async throws { try await check(PlainMatrix.self) }
}
