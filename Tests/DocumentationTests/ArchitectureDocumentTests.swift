import TestSupport
import Testing

@Suite struct ArchitectureDocumentTests {
    @Test func `the modules stand on the floors that their imports are held to`() throws {
        let script = try Repository.text("scripts/check-floors")
        let table = try #require(script.firstMatch(of: /FLOORS='\n([^']+)'/)).1
        let floors = table.split(separator: "\n").map { $0.split(separator: " ").prefix(2).map(String.init) }
        #expect(floors.count > 10)
        let rows = try Repository.text("docs/architecture.md").matches(of: /\n\| (\d+) \| (`[^|]+`) \|/)
        let told = rows.flatMap { row in row.2.matches(of: /`(\w+)`/).map { [String($0.1), String(row.1)] } }
        #expect(Set(told) == Set(floors))
    }
}
