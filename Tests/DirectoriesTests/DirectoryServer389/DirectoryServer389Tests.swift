import Testing

/// What is proved on real 389 Directory Servers, FreeIPA's layout included: one after the other, since a server takes
/// seconds to start and two cores are soon taken.
@Suite(.serialized)
enum DirectoryServer389Tests {}
