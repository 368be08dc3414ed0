internal import LDAPClient
internal import Requests

extension Directory {
    /// The ways of the server at the other end of `connection`, which was recognised when it was opened.
    ///
    /// - Throws: ``Refusal/directoryKind(_:)`` when it is not what is configured, or not what the directory's servers
    ///   were before; ``Refusal/directoryReadOnly`` when it never takes writes. It is then avoided for a while.
    func dialect(of connection: LDAPConnection) throws(Refusal) -> any Dialect {
        let address = connection.address
        do throws(Refusal) {
            let kind = try recognise(connection.rootDSE, at: address)
            let dialect = kind.dialect(of: connection.rootDSE, settings)
            recognitions.note(dialect.limits)
            return dialect
        } catch {
            pool.avoid(
                address,
                because: error == .directoryReadOnly ? .readOnly(error.description) : .unsuitable(error.description))
            throw error
        }
    }

    private func recognise(_ root: RootDSE?, at address: ServerAddress) throws(Refusal) -> DirectoryKind {
        guard let found = root.flatMap(Recognition.init) else {
            guard let kind = settings.kind else { throw .directoryKind("\(address) does not say what it is") }
            return kind
        }
        let wanted = recognitions.note(found, at: address, configured: settings.kind)
        guard !found.isReadOnly else { throw .directoryReadOnly }
        guard wanted.covers(found.kind) else {
            throw .directoryKind(
                "\(address) is \(found.product) (\(found.kind.rawValue)), and the directory is \(wanted.rawValue)")
        }
        return wanted
    }
}
