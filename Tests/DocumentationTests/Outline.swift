import TestSupport

/// A YAML file by its indentation, as far as `docs/openapi.yaml` needs it: two spaces for each level.
struct Outline {
    let lines: [Substring]

    init(_ path: String) throws {
        lines = try Repository.text(path).split(separator: "\n")
    }

    private init(lines: [Substring]) {
        self.lines = lines
    }

    /// What is below `keys`, each a level deeper than the one before; nothing where there is no such place.
    func below(_ keys: String...) -> Outline {
        keys.reduce(self) { outline, key in outline.below(key) }
    }

    private func below(_ key: String) -> Outline {
        guard let first = lines.first, let start = lines.firstIndex(where: { $0 == Self.indent(of: first) + key + ":" })
        else { return Outline(lines: []) }
        let depth = Self.indent(of: lines[start]).count
        return Outline(lines: Array(lines[(start + 1)...].prefix { Self.indent(of: $0).count > depth }))
    }

    /// The keys of the uppermost level, without quotes.
    var keys: [String] {
        let indent = lines.first.map(Self.indent) ?? ""
        return lines.filter { Self.indent(of: $0) == indent }.compactMap { line in
            line.dropFirst(indent.count).prefixMatch(of: /'?([^':]+)'?:/).map { String($0.1) }
        }
    }

    /// The items of all lists, however deep.
    var items: [String] {
        lines.compactMap { $0.wholeMatch(of: /\s*- ([a-z_]+)/).map { String($0.1) } }
    }

    /// Whether one of the lines, however deep, is `text`.
    func has(_ text: String) -> Bool {
        lines.contains { $0.dropFirst(Self.indent(of: $0).count) == text }
    }

    private static func indent(of line: Substring) -> String {
        String(line.prefix { $0 == " " })
    }
}
