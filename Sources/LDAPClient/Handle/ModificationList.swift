internal import CLDAP
internal import Glibc

/// Arrays of libldap's changes that end with a null pointer.
enum ModificationList {
    typealias Pointer = UnsafeMutablePointer<UnsafeMutablePointer<LDAPMod>?>

    /// Lends `changes` in libldap's form for the length of `body`; values are pointed at where they are, not copied.
    static func with(
        _ changes: [Modification], _ body: (Pointer) throws(LDAPError) -> Int32
    ) throws(LDAPError) -> Int32 {
        var lent: [berval] = []
        return try borrow(changes.flatMap(\.values)[...], &lent) { (values) throws(LDAPError) in
            try point(changes, values, body)
        }
    }

    /// Opens one value after the other, so that all are borrowed when `body` runs.
    private static func borrow(
        _ values: ArraySlice<ModificationValue>, _ lent: inout [berval],
        _ body: ([berval]) throws(LDAPError) -> Int32
    ) throws(LDAPError) -> Int32 {
        guard let value = values.first else { return try body(lent) }
        return try value.withUnsafeBytes { (bytes) throws(LDAPError) in
            lent.append(berval(borrowing: bytes))
            return try borrow(values.dropFirst(), &lent, body)
        }
    }

    private static func point(
        _ changes: [Modification], _ values: [berval], _ body: (Pointer) throws(LDAPError) -> Int32
    ) throws(LDAPError) -> Int32 {
        var rest = values[...]
        var list = changes.map { change -> UnsafeMutablePointer<LDAPMod>? in
            defer { rest = rest.dropFirst(change.values.count) }
            return allocated(change, rest.prefix(change.values.count))
        }
        defer { list.forEach(release) }
        list.append(nil)
        return try body(&list)
    }

    private static func allocated(_ change: Modification, _ values: ArraySlice<berval>) -> UnsafeMutablePointer<LDAPMod>
    {
        let pointer = UnsafeMutablePointer<LDAPMod>.allocate(capacity: 1)
        pointer.initialize(to: LDAPMod())
        pointer.pointee.mod_op = change.operation.rawValue | LDAP_MOD_BVALUES
        pointer.pointee.mod_type = strdup(change.attribute)
        pointer.pointee.mod_vals.modv_bvals = values.isEmpty ? nil : allocated(values)
        return pointer
    }

    /// The null-terminated array of pointers; the first points at the start of the array of structures.
    private static func allocated(_ values: ArraySlice<berval>) -> UnsafeMutablePointer<UnsafeMutablePointer<berval>?> {
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<berval>?>.allocate(capacity: values.count + 1)
        let structures = UnsafeMutablePointer<berval>.allocate(capacity: values.count)
        for (index, value) in values.enumerated() {
            (structures + index).initialize(to: value)
            (pointers + index).initialize(to: structures + index)
        }
        (pointers + values.count).initialize(to: nil)
        return pointers
    }

    private static func release(_ change: UnsafeMutablePointer<LDAPMod>?) {
        guard let change else { return }
        free(change.pointee.mod_type)
        if let pointers = change.pointee.mod_vals.modv_bvals {
            pointers[0]?.deallocate()
            pointers.deallocate()
        }
        change.deallocate()
    }
}
