extension TextRule<String> {
    /// The most bytes in the path of a Unix socket: `sun_path` without its NUL (unix(7)).
    private static var socketPathBytes: Int { 107 }

    /// An absolute path.
    static var path: Self {
        Self("an absolute path", isAbsolute)
    }

    /// An absolute path that fits into a socket address.
    static var socketPath: Self {
        Self("an absolute path of at most \(socketPathBytes) bytes") { text in
            isAbsolute(text) && text.utf8.count <= socketPathBytes
        }
    }

    private static func isAbsolute(_ text: String) -> Bool {
        text.hasPrefix("/") && !text.hasSuffix("/") && text.utf8.count < 4096
    }
}
