internal import Foundation

/// An `openssl s_server` with a chosen certificate and TLS version, which ends with this object.
public final class TLSPeer {
    /// The port it listens on, on every address.
    public let port: UInt16

    private let process = Process()

    /// Starts the server and waits until it listens.
    ///
    /// - Parameters:
    ///   - certificate: Path of its certificate, PEM.
    ///   - key: Path of the certificate's key, PEM.
    ///   - options: More options of openssl-s_server(1).
    public init(certificate: String, key: String, options: [String] = []) throws {
        let (socket, port) = try Loopback.listen(backlog: 1)
        close(socket)
        self.port = port
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["s_server", "-accept", "\(port)", "-cert", certificate, "-key", key, "-quiet"] + options
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while !Loopback.isListening(port: port) {
            guard process.isRunning else { throw TestFailure("openssl s_server ended at once") }
            usleep(10_000)
        }
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
