/// Something small for each sequence, in pages: a million rows take a million slots and little more, in whatever order they
/// come, and a made-up sequence far away takes one page.
struct SequenceTable<Slot> {
    private static var pageSize: UInt64 { 256 }

    private let emptyPage: [Slot]
    private let empty: Slot
    private var pages: [UInt64: [Slot]] = [:]

    /// - Parameter empty: What a sequence has that nothing was put in for.
    init(empty: Slot) {
        self.empty = empty
        emptyPage = Array(repeating: empty, count: Int(Self.pageSize))
    }

    subscript(sequence: UInt64) -> Slot {
        get { pages[sequence / Self.pageSize]?[Int(sequence % Self.pageSize)] ?? empty }
        set {
            let number = sequence / Self.pageSize
            if pages[number] == nil { pages[number] = emptyPage }
            pages[number]?[Int(sequence % Self.pageSize)] = newValue
        }
    }

    /// Shows all slots of all pages in ascending order, empty ones too.
    func forEach(_ body: (UInt64, Slot) -> Void) {
        for number in pages.keys.sorted() {
            for (index, slot) in (pages[number] ?? []).enumerated() {
                body(number * Self.pageSize + UInt64(index), slot)
            }
        }
    }
}
