internal import Foundation

/// Where the project's own files lie while its tests run.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("../..").standardized.path

    /// The folder that the programs under test were built into: the one of the tests themselves.
    public static let binaries = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().path

    /// A file of the project as text.
    public static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }
}
