/// The arguments of a search, together.
struct SearchRequest {
    let base: DistinguishedName
    let scope: SearchScope
    let filter: Filter
    let attributes: [String]
    let sizeLimit: Int32
    let controls: [Control]
}
