internal import Glibc

/// To whom a key file belongs, and the permission bits that it has.
struct KeyFileOwner {
    let user: uid_t
    let group: gid_t
    let mode: mode_t

    init(_ status: stat) {
        (user, group, mode) = (status.st_uid, status.st_gid, status.st_mode & 0o7777)
    }
}
