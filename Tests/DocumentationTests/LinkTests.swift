import Foundation
import TestSupport
import Testing

@Suite struct LinkTests {
    @Test(arguments: Repository.documents)
    func `every relative link of a document leads somewhere`(path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        for link in try Repository.text(path).matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) where !link.1.contains("://") {
            let target = (folder as NSString).appendingPathComponent(String(link.1))
            #expect(Repository.has(target), "\(path): \(link.1)")
        }
    }

    @Test(arguments: Repository.documents)
    func `every file of the project that a document names is there`(path: String) throws {
        let name = /`((?:Sources|Tests|etc|examples|systemd|docs|scripts)\/[^`\s]+)`/
        for file in try Repository.text(path).matches(of: name) {
            #expect(Repository.has(String(file.1)), "\(path): \(file.1)")
        }
    }

    @Test func `every document is reached from the README`() throws {
        let readme = try Repository.text("README.md")
        for path in Repository.documents where path != "README.md" { #expect(readme.contains("(\(path))"), "\(path)") }
        #expect(readme.contains("(docs/openapi.yaml)"))
    }
}
