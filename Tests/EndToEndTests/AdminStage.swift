import Foundation
import TestSupport

extension Daemon {
    /// Sends an administrator's question and reads the reply.
    func administer(_ route: String, _ body: String) throws -> HTTPReply {
        let client = try SocketClient(path: socket)
        client.send(
            "POST /v1/\(route) HTTP/1.1\r\nHost: agent\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
        return try client.reply()
    }

    /// Asks what would work for an account.
    func check(_ account: String) throws -> HTTPReply {
        try administer("check", #"{"account":{"name":"\#(account)"}}"#)
    }

    /// Has the agent give itself a new password in the directory.
    @discardableResult
    func rotate(_ directory: String = "corp") throws -> HTTPReply {
        try administer("rotate-bind", #"{"directory":"\#(directory)"}"#)
    }

    /// Where the agent keeps its own passwords for the directory.
    var bindFile: String { folder + "/bind/corp" }

    /// What it keeps there, by name.
    var bindPasswords: [String: String] {
        let text = (try? String(contentsOfFile: bindFile, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").reduce(into: [:]) { result, line in
            let parts = line.split(separator: " ", maxSplits: 1)
            result[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
    }

    /// Runs the administrator's tool against this agent; answers its exit status and what it printed.
    func writebackctl(_ words: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Repository.binaries + "/writebackctl")
        process.arguments = words + ["--socket", socket]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}

extension HTTPReply {
    /// A value of the JSON body by its path, in which a number is a place in an array; nil where there is none.
    func value(at path: String) -> String? {
        var value = try? JSONSerialization.jsonObject(with: Data(body.utf8))
        for part in path.split(separator: ".") {
            if let index = Int(part), let list = value as? [Any] {
                value = list.indices.contains(index) ? list[index] : nil
            } else {
                value = (value as? [String: Any])?[String(part)]
            }
        }
        return (value as? Bool).map { "\($0)" } ?? value.map { "\($0)" }
    }
}
