internal import LDAPClient
internal import Requests

/// The exchanges of a preflight: none of them can change anything.
extension DirectorySession {
    /// Sends a probe, and answers what the server made of it.
    ///
    /// - Throws: Why it could not be asked; ``Refusal/directoryRefusedAgent(_:)`` when it lets the agent do nothing at all
    ///   before it has a new password.
    func answer(
        to probe: OpenLDAPProbe, on name: DistinguishedName, controls: [Control] = [.passwordPolicy]
    ) async throws(Refusal) -> LDAPResult {
        do throws(LDAPError) {
            let answer = try await lease.connection.modify(
                name, probe.changes, controls: controls, deadline: exchangeDeadline)
            guard answer.isRestricted else { return answer }
        } catch {
            throw Refusal(beforeSending: error)
        }
        throw .directoryRefusedAgent("its own password must be changed first")
    }

    /// The name that the agent signed in by (RFC 4532), or a word in its place.
    var agentName: String {
        get async {
            let identity = try? await lease.connection.whoAmI(deadline: exchangeDeadline)
            guard let identity, identity.hasPrefix("dn:") else { return "THE AGENT'S OWN NAME" }
            return String(identity.dropFirst(3))
        }
    }

    /// Those of `attributes` that may not be read in an entry, whether it has them or not.
    func unreadable(_ attributes: [String], of name: DistinguishedName) async throws(Refusal) -> [String] {
        if try await canRead(attributes, of: name) { return [] }
        var hidden: [String] = []
        for attribute in attributes {
            if try await !canRead([attribute], of: name) { hidden.append(attribute) }
        }
        return hidden
    }

    /// To one who may not search an attribute slapd calls its presence and its absence both undefined (RFC 4511 section
    /// 4.5.1.7); one who may, but not read it, is told that it is there and not what it holds.
    private func canRead(_ attributes: [String], of name: DistinguishedName) async throws(Refusal) -> Bool {
        var known: [Filter] = []
        for attribute in attributes {
            let present = try filter { () throws(LDAPError) in try .present(attribute) }
            known.append(.or([present, .not(present)]))
        }
        guard let entry = try await entry(name, matching: .and(known), attributes: attributes) else { return false }
        var absent: [Filter] = []
        for attribute in attributes where entry[attribute].isEmpty {
            absent.append(.not(try filter { () throws(LDAPError) in try .present(attribute) }))
        }
        guard !absent.isEmpty else { return true }
        return try await self.entry(name, matching: .and(absent), attributes: ["1.1"]) != nil
    }

    private func filter(_ make: () throws(LDAPError) -> Filter) throws(Refusal) -> Filter {
        do {
            return try make()
        } catch {
            throw Refusal(beforeSending: error)
        }
    }

    private func entry(
        _ name: DistinguishedName, matching filter: Filter, attributes: [String]
    ) async throws(Refusal) -> Entry? {
        do throws(LDAPError) {
            return try await lease.connection.search(
                base: name, scope: .base, filter: filter, attributes: attributes, sizeLimit: 1,
                deadline: exchangeDeadline
            ).entries.first
        } catch .result(let result) where result.code == .noSuchObject {
            return nil
        } catch {
            throw Refusal(beforeSending: error)
        }
    }
}

extension LDAPResult {
    /// Whether slapd lets the agent do nothing but change its own password (slapo-ppolicy(5), pwdMustChange).
    var isRestricted: Bool {
        code == .insufficientAccessRights && diagnosticMessage.hasPrefix("Operations are restricted")
    }
}

extension Control {
    /// The password policy's control, to be refused where the overlay is not at work.
    static let requiredPasswordPolicy = Control(oid: passwordPolicyOID, isCritical: true)
}
