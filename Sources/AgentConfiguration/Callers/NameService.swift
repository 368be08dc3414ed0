internal import Glibc

/// Asks this machine's user and group databases (getpwnam_r(3), getgrnam_r(3)).
enum NameService {
    /// A user's number and primary group.
    struct User: Equatable {
        let userID: UInt32
        let primaryGroupID: UInt32
    }

    /// The largest entry that is read, in bytes; a group with very many members is cut off here.
    private static let maximumBuffer = 1 << 20

    /// The user called `name`, or nil when there is none.
    static func user(named name: String) throws(Complaint) -> User? {
        try lookUp(passwd()) { getpwnam_r(name, $0, $1, $2, $3) }.map(User.init)
    }

    /// The user with the number `id`, or nil when there is none.
    static func user(numbered id: UInt32) throws(Complaint) -> User? {
        try lookUp(passwd()) { getpwuid_r(id, $0, $1, $2, $3) }.map(User.init)
    }

    /// The number of the group called `name`, or nil when there is none.
    static func groupID(named name: String) throws(Complaint) -> UInt32? {
        try lookUp(group()) { getgrnam_r(name, $0, $1, $2, $3) }?.gr_gid
    }

    private typealias Call<Entry> = (
        UnsafeMutablePointer<Entry>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
    ) -> Int32

    /// Calls with a growing buffer until the entry fits. Only the numbers of the answer may be used: its texts lie in
    /// the buffer, which is gone.
    private static func lookUp<Entry>(_ empty: Entry, _ call: Call<Entry>) throws(Complaint) -> Entry? {
        var size = 4096
        var entry = empty
        while true {
            var found: UnsafeMutablePointer<Entry>?
            var buffer = [CChar](repeating: 0, count: size)
            let status = call(&entry, &buffer, size, &found)
            if status == ERANGE, size < maximumBuffer {
                size *= 4
            } else if status == 0 {
                return found == nil ? nil : entry
            } else {
                throw Complaint("cannot be looked up: \(String(cString: strerror(status)))")
            }
        }
    }
}

extension NameService.User {
    fileprivate init(_ entry: passwd) {
        self.init(userID: entry.pw_uid, primaryGroupID: entry.pw_gid)
    }
}
