/// A TOML value, as far as a configuration can hold it.
enum TOMLValue {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([TOMLNode])
    case table(TOMLTable)
    /// A kind of value that no key takes, by its name.
    case other(String)

    /// What to call it in a finding.
    var kind: String {
        switch self {
        case .text: "a text"
        case .integer: "an integer"
        case .flag: "true or false"
        case .list: "a list"
        case .table: "a table"
        case .other(let name): name
        }
    }

    /// Whether it is the text `""`.
    var isEmptyText: Bool {
        if case .text("") = self { true } else { false }
    }
}
