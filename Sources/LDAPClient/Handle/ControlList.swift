internal import CLDAP

/// Arrays of libldap's controls that end with a null pointer.
enum ControlList {
    typealias Pointer = UnsafeMutablePointer<UnsafeMutablePointer<LDAPControl>?>

    /// Lends `controls` in libldap's form for the length of `body`; null when there are none.
    static func with<Result>(
        _ controls: [Control], _ body: (Pointer?) throws(LDAPError) -> Result
    ) throws(LDAPError) -> Result {
        guard !controls.isEmpty else { return try body(nil) }
        var pointers: [UnsafeMutablePointer<LDAPControl>?] = []
        defer { pointers.forEach { if let made = $0 { ldap_control_free(made) } } }
        for control in controls { pointers.append(try made(control)) }
        pointers.append(nil)
        return try body(&pointers)
    }

    /// Copies the controls of an array that libldap owns.
    static func controls(_ array: Pointer?) -> [Control] {
        var controls: [Control] = []
        while let pointer = array?[controls.count] { controls.append(copied(pointer.pointee)) }
        return controls
    }

    private static func copied(_ control: LDAPControl) -> Control {
        let value = control.ldctl_value.bv_val.map { _ in Array(bytes: control.ldctl_value) }
        let oid = control.ldctl_oid.map { String(cString: $0) } ?? ""
        return Control(oid: oid, isCritical: control.ldctl_iscritical != 0, value: value)
    }

    private static func made(_ control: Control) throws(LDAPError) -> UnsafeMutablePointer<LDAPControl> {
        var made: UnsafeMutablePointer<LDAPControl>?
        let critical: Int32 = control.isCritical ? 1 : 0
        let code =
            if var value = control.value {
                value.withUnsafeMutableBytes { bytes in
                    var value = berval(borrowing: UnsafeRawBufferPointer(bytes))
                    return ldap_control_create(control.oid, critical, &value, 1, &made)
                }
            } else {
                ldap_control_create(control.oid, critical, nil, 0, &made)
            }
        guard code == LDAP_SUCCESS, let made else { throw .local("libldap could not make control \(control.oid)") }
        return made
    }
}
