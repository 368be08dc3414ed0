/// The account that an answer is about.
struct AccountAnswer: Decodable, Equatable {
    let id: String
    let dn: String
}
