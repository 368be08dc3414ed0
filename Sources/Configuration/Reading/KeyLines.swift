/// The line on which each table and key of a TOML text stands.
///
/// The parser gives no positions for what it accepts, so this reads the text a second time, for headers and keys only.
/// It relies on the text being valid TOML.
struct KeyLines {
    private var lines: [String: Int] = [:]

    /// The lines of a text that could not be read.
    init() {}

    /// Finds the keys of `toml`.
    init(scanning toml: String) {
        var table: [String] = []
        var scanner = TOMLLineScanner()
        for (number, line) in zip(1..., toml.utf8.split(separator: TOMLByte.newline, omittingEmptySubsequences: false)) {
            switch scanner.next(line) {
            case .header(let path):
                table = path
                note(table, on: number)
            case .key(let path): note(table + path, on: number)
            case .neither: continue
            }
        }
    }

    /// The line of the key at `keyPath`, or of the nearest table around it that the text holds.
    subscript(keyPath: String) -> Int? {
        var path = keyPath[...]
        while lines[String(path)] == nil {
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            path = path[..<end]
        }
        return lines[String(path)]
    }

    private mutating func note(_ path: [String], on number: Int) {
        let keyPath = path.map(KeyName.printable).joined(separator: ".")
        if lines[keyPath] == nil { lines[keyPath] = number }
    }
}
