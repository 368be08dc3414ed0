/// Which key is not taken, and why.
public struct KeyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The key's place in its file, from 1 on; nil when it is about the file as a whole.
    public let position: Int?
    /// The key's own identifier, where it has one.
    public let id: String?
    /// What is wrong with it.
    public let problem: KeyProblem

    init(position: Int? = nil, id: String? = nil, _ problem: KeyProblem) {
        self.position = position
        self.id = id
        self.problem = problem
    }

    /// A clause for the administrator who wrote the key's file.
    public var description: String {
        switch (position, id) {
        case (let position?, let id?): "key \(position) ('\(id)'): \(problem)"
        case (let position?, nil): "key \(position): \(problem)"
        case (nil, let id?): "key '\(id)': \(problem)"
        case (nil, nil): "\(problem)"
        }
    }
}
