import Requests
import TestSupport
import Testing

@Suite struct OpenAPIDocumentTests {
    private static let path = "docs/openapi.yaml"

    @Test func `the paths and their methods are those that the socket answers`() throws {
        let source = try Repository.text("Sources/SocketServer/Replies/Responder.swift")
        let served = source.matches(of: /case \(\.(\w+)(?:\([^)]*\))?, \.(get|post)\)/).map { match in
            let name = match.1.replacing(/[A-Z]/) { "-" + $0.output.lowercased() }
            let path = name == "request" ? "requests/{jti}" : name
            return "\(match.2) /v1/\(path)"
        }
        #expect(served.count > 3)
        let paths = try Outline(Self.path).below("paths")
        let told = paths.keys.flatMap { path in paths.below(path).keys.map { "\($0) \(path)" } }
        #expect(told.sorted() == served.sorted())
    }

    @Test func `a path leads where the code looks for it`() throws {
        let source = try Repository.text("Sources/SocketServer/Replies/Route.swift")
        for path in try Outline(Self.path).below("paths").keys {
            let literal = path.replacing("{jti}", with: "")
            #expect(source.contains("\"\(literal)\""), "\(path)")
        }
    }

    @Test func `each code that is told stands under its HTTP status, once, and there are no others`() throws {
        var expected = Set(try RefusalRow.all().map { "\($0.status) \($0.toldCode)" })
        expected.insert("504 outcome_unknown")
        let schemas = try Outline(Self.path).below("components", "schemas")
        let told = schemas.keys.compactMap { $0.wholeMatch(of: /Problem(\d+)/)?.1 }.flatMap { status in
            schemas.below("Problem\(status)").items.map { "\(status) \($0)" }
        }
        #expect(told.sorted() == expected.sorted())
    }

    @Test func `the statuses of a problem are those of its schema, and a request may get each of them`() throws {
        let document = try Outline(Self.path)
        let replies = document.below("paths", "/v1/requests", "post", "responses").keys
        let statuses = Set(try RefusalRow.all().map(\.status)).sorted()
        #expect(Set(replies) == Set(["200"] + statuses.map(String.init)))
        for status in statuses {
            #expect(document.below("components", "schemas", "Problem\(status)").has("const: \(status)"))
            #expect(
                document.below("components", "responses", "Refusal\(status)")
                    .has("$ref: '#/components/schemas/Problem\(status)'"))
        }
    }

    @Test func `the members of a request are those that the code reads, in both its forms`() throws {
        let schemas = try Outline(Self.path).below("components", "schemas")
        let all = RequestMember.allCases
        let plain = schemas.below("Request", "properties").keys
        #expect(plain.sorted() == all.filter { !$0.isClaim }.map(\.rawValue).sorted())
        let signed = schemas.below("SignedRequest", "properties").keys
        #expect(signed.sorted() == all.map(\.rawValue).sorted())
    }

    @Test func `the lengths of a request's members are those of the code`() throws {
        let schemas = try Outline(Self.path).below("components", "schemas")
        let members = schemas.below("Request", "properties")
        let lengths = [
            "jti": RequestLimits.identifierCharacters, "directory": RequestLimits.directoryCharacters,
            "client": RequestLimits.descriptionCharacters, "act": RequestLimits.descriptionCharacters,
            "amr": RequestLimits.methodCharacters, "new_password": RequestLimits.passwordCharacters,
            "current_password": RequestLimits.passwordCharacters,
        ]
        for (name, length) in lengths { #expect(members.below(name).has("maxLength: \(length)"), "\(name)") }
        #expect(members.below("amr").has("maxItems: \(RequestLimits.methods)"))
        #expect(schemas.below("AccountReference").has("maxLength: \(RequestLimits.accountCharacters)"))
        let claims = schemas.below("SignedRequest", "properties")
        for name in ["iss", "aud"] { #expect(claims.below(name).has("maxLength: \(RequestLimits.issuerCharacters)")) }
        #expect(schemas.below("SealedPassword").has("maxLength: \(RequestLimits.sealedCharacters)"))
    }

    @Test func `the limits that the policy tells are those of the code`() throws {
        let limits = try Outline(Self.path).below(
            "components", "schemas", "Policy", "properties", "limits", "properties")
        #expect(limits.below("body_bytes").has("const: \(RequestLimits.bodyBytes)"))
        #expect(limits.below("password_characters").has("const: \(RequestLimits.passwordCharacters)"))
        #expect(limits.below("account_characters").has("const: \(RequestLimits.accountCharacters)"))
    }

    @Test func `the members of every reply are those that the code writes`() throws {
        let schemas = try Outline(Self.path).below("components", "schemas")
        for (schema, source) in [
            "Receipt": "Receipt", "Problem": "Refusal", "Status": "StatusReport", "Rotation": "RotationReport",
        ] {
            let text = try Repository.text("Sources/Requests/Replies/Reply+\(source).swift")
            // What is told again is marked by the ledger, in whatever was told the first time.
            for name in schemas.below(schema, "properties").keys where name != "replayed" {
                #expect(text.contains("\"\(name)\":"), "\(schema).\(name)")
            }
        }
    }

    @Test func `operations and outcomes are those of the code`() throws {
        let schemas = try Outline(Self.path).below("components", "schemas")
        let operations = Operation.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(schemas.below("Operation").has("enum: [\(operations)]"))
        let outcomes: [OutcomeKind] = [.applied, .answered, .refused, .notApplied, .unknown]
        #expect(schemas.below("Outcome").has("enum: [\(outcomes.map(\.rawValue).joined(separator: ", "))]"))
        let states = RightFinding.State.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(try Outline(Self.path).has("enum: [\(states)]"))
    }

    @Test func `the health document has the members and states of the code`() throws {
        let health = try Outline(Self.path).below("components", "schemas", "Health", "properties")
        let source = try Repository.text("Sources/Writeback/Health/HealthReport.swift")
        for name in health.keys { #expect(source.contains("\"\(name)\":"), "\(name)") }
        #expect(health.keys.contains("ledger"))
        let states = ["ready", "degraded", "directory_down", "not_recording"]
        for state in states { #expect(source.contains("\"\(state)\""), "\(state)") }
        #expect(health.below("status").has("enum: [\(states.joined(separator: ", "))]"))
    }
}
