internal import CSystemd
internal import Glibc

/// The sockets that systemd opened for this process, by the names their units give them (sd_listen_fds(3)).
///
/// They are owned until taken; what nobody took is closed at the end.
public struct ListeningSockets: ~Copyable, Sendable {
    private var sockets: [(name: String, descriptor: Int32)]

    /// Collects what was passed, marks it close-on-exec and clears the environment of it; empty without socket activation.
    ///
    /// To be called once and before there are threads, as it changes the environment (setenv(3)).
    ///
    /// - Throws: ``ListeningSocketsError/malformedEnvironment(code:)``.
    public static func inherit() throws(ListeningSocketsError) -> ListeningSockets {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = sd_listen_fds_with_names(1, &list)
        guard count >= 0 else { throw .malformedEnvironment(code: -count) }
        return ListeningSockets(names: takeStrings(list))
    }

    /// The names of the sockets that nobody has taken yet.
    public var names: [String] { sockets.map(\.name) }

    /// Hands over the first socket called `name` (`FileDescriptorName=`), whose descriptor the caller then owns.
    ///
    /// - Returns: `nil` when there is none, or none any more.
    /// - Throws: ``ListeningSocketsError/notListening(name:)``; the socket is closed.
    public mutating func take(_ name: String) throws(ListeningSocketsError) -> Int32? {
        guard let index = sockets.firstIndex(where: { $0.name == name }) else { return nil }
        let descriptor = sockets.remove(at: index).descriptor
        guard sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 1, nil, 0) > 0 else {
            close(descriptor)
            throw .notListening(name: name)
        }
        return descriptor
    }

    private init(names: [String]) {
        sockets = names.enumerated().map { ($1, SD_LISTEN_FDS_START + Int32($0)) }
    }

    /// Copies and frees a null-ended array of C strings.
    private static func takeStrings(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
        guard let list else { return [] }
        var strings: [String] = []
        while let string = list[strings.count] {
            strings.append(String(cString: string))
            free(string)
        }
        free(list)
        return strings
    }

    deinit {
        for socket in sockets {
            close(socket.descriptor)
        }
    }
}
