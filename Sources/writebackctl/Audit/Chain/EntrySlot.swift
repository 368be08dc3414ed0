/// What an entry says about its place, while the chain is checked from the journal alone.
struct EntrySlot: Sendable {
    var isPresent = false
    var hash = Digest.zero
    var previous = Digest.zero
}
