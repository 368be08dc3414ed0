/// One of a refusal's numbers or names.
enum ParameterValue: Decodable, Equatable {
    case integer(Int)
    case boolean(Bool)
    case text(String)
    /// Something else, from an agent newer than this program.
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .other
        }
    }
}

extension ParameterValue: CustomStringConvertible {
    var description: String {
        switch self {
        case .integer(let number): "\(number)"
        case .boolean(let flag): flag ? "yes" : "no"
        case .text(let text): text
        case .other: "(see --json)"
        }
    }
}
