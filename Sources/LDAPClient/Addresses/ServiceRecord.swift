/// Where DNS says that a service is offered (RFC 2782).
public struct ServiceRecord: Sendable, Hashable {
    /// Which to try first: the lowest.
    public let priority: UInt16
    /// How often to choose this one among those of the same priority.
    public let weight: UInt16
    /// The port.
    public let port: UInt16
    /// The host, without a dot at the end; empty when the domain says that it does not offer the service.
    public let target: String

    /// Makes a record.
    public init(priority: UInt16, weight: UInt16, port: UInt16, target: String) {
        self.priority = priority
        self.weight = weight
        self.port = port
        self.target = target
    }
}

extension ServiceRecord {
    /// Puts records into the order to try them: by priority, and among equals by chance and weight.
    static func ordered(
        _ records: [ServiceRecord], using generator: inout some RandomNumberGenerator
    ) -> [ServiceRecord] {
        var rest = records.shuffled(using: &generator).sorted { ($0.priority, $0.weight) < ($1.priority, $1.weight) }
        var chosen: [ServiceRecord] = []
        while let priority = rest.first?.priority {
            let equals = rest.prefix { $0.priority == priority }
            chosen.append(rest.remove(at: draw(equals.map(\.weight), using: &generator)))
        }
        return chosen
    }

    /// The running sums of RFC 2782: those of weight 0 stand first, and have their chance when the number is 0.
    private static func draw(_ weights: [UInt16], using generator: inout some RandomNumberGenerator) -> Int {
        let number = Int.random(in: 0...weights.reduce(0) { $0 + Int($1) }, using: &generator)
        var sum = 0
        return weights.firstIndex { weight in
            sum += Int(weight)
            return sum >= number
        } ?? 0
    }
}
