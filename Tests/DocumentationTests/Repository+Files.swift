import Foundation
import TestSupport

extension Repository {
    /// Whether there is a file or folder at a path of the project.
    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(root)/\(path)")
    }

    /// The paths of all Swift files below a folder of the project.
    static func swiftFiles(below folder: String) -> [String] {
        files(below: folder).filter { $0.hasSuffix(".swift") }
    }

    /// The paths of all Markdown files that the project has for people.
    static var documents: [String] {
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
            + (files(below: "docs") + files(below: "examples")).filter { $0.hasSuffix(".md") }
    }

    private static func files(below folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? [])
            .map { "\(folder)/\($0)" }.sorted()
    }
}
