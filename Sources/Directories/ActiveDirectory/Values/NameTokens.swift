/// The parts of a name that Active Directory keeps out of passwords ("Password must meet complexity requirements").
enum NameTokens {
    /// Shorter ones would forbid too much.
    private static let shortest = 3
    private static let delimiters: Set<Character> = [",", ".", "-", "_", " ", "#", "\t"]

    /// The account's name as a whole, and the parts of the display name.
    static func of(accountName: String?, displayName: String?) -> [String] {
        let parts = (displayName ?? "").split { delimiters.contains($0) }.map(String.init)
        return ([accountName ?? ""] + parts).filter { $0.utf16.count >= shortest }
    }
}
