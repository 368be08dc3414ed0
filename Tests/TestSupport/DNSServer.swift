internal import Foundation
internal import Glibc

/// A throw-away DNS server (dnsmasq) on the loopback address that knows some records and asks nobody else; it ends with
/// this object.
public final class DNSServer: Sendable {
    /// Its port; the address is 127.0.0.1.
    public let port: UInt16

    private let process: ChildProcess

    /// Starts it and waits until it answers.
    ///
    /// - Parameters:
    ///   - services: What it knows, as `name,target,port,priority,weight`; a name alone says that there is no such service.
    ///   - port: Where to listen; any free port unless given.
    public init(_ services: [String], port: UInt16? = nil) async throws {
        let log = "\(Repository.temporary)/dnsmasq-\(UInt32.random(in: 0 ... .max)).log"
        defer { try? FileManager.default.removeItem(atPath: log) }
        self.port = try port ?? Self.freePort()
        let options = [
            "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--pid-file=", "--bind-interfaces",
            "--listen-address=127.0.0.1", "--port=\(self.port)", "--local=/test/", "--local=/localhost/",
        ]
        process = try ChildProcess(
            "/usr/sbin/dnsmasq", options + services.map { "--srv-host=\($0)" }, output: log)
        while !Loopback.isListening(port: self.port) {
            guard process.isRunning else {
                throw TestFailure("dnsmasq: \(try String(contentsOfFile: log, encoding: .utf8))")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Stops it in its tracks: it answers nothing any more.
    public func freeze() {
        kill(process.pid, SIGSTOP)
    }

    /// Ends it.
    public func end() {
        process.end(with: SIGKILL)
    }

    deinit {
        process.end(with: SIGKILL)
    }

    private static func freePort() throws -> UInt16 {
        let (socket, port) = try Loopback.listen(backlog: 1)
        close(socket)
        return port
    }
}
