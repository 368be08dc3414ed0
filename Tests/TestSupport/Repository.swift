internal import Foundation

/// Where the project's own files lie while its tests run.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("../..").standardized.path

    /// The folder that the programs under test were built into: the one of the tests themselves.
    public static let binaries = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().path

    /// Where the tests' servers have their folders; the test command sets it and clears away what is left there.
    public static let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"

    /// A file of the project as text.
    public static func text(_ path: String) throws -> String {
        try text(at: "\(root)/\(path)")
    }

    /// Any file as text.
    static func text(at path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }
}
