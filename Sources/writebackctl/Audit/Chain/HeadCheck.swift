/// A noted place in the chain, and what became of it.
struct HeadCheck: Equatable, Sendable {
    let head: KnownHead
    let standing: KnownHead.Standing
}
