import Requests
import TestSupport
import Testing

/// Every number that a document names is the one in the code.
@Suite struct LimitTests {
    @Test func `the limits of a request`() throws {
        let calling = try Repository.text("docs/calling.md")
        #expect(calling.contains("| body | \(RequestLimits.bodyBytes) bytes |"))
        #expect(
            calling.contains("| `jti` |") && calling.contains("| \(RequestLimits.identifierCharacters) characters |"))
        let tables = try MarkdownTables("docs/calling.md")
        let lengths: [RequestMember: Int] = [
            .id: RequestLimits.identifierCharacters, .account: RequestLimits.accountCharacters,
            .directory: RequestLimits.directoryCharacters, .client: RequestLimits.descriptionCharacters,
            .actor: RequestLimits.descriptionCharacters, .issuer: RequestLimits.issuerCharacters,
            .audience: RequestLimits.issuerCharacters,
        ]
        for (member, length) in lengths {
            #expect(tables.rows(of: member.rawValue).first?.last == "\(length) characters")
        }
        let password =
            "\(RequestLimits.passwordCharacters) characters; sealed, a text of \(RequestLimits.sealedCharacters)"
        for member in [RequestMember.newPassword, .currentPassword] {
            #expect(tables.rows(of: member.rawValue).first?.last == password)
        }
        let methods = "\(RequestLimits.methods) values of \(RequestLimits.methodCharacters) characters"
        #expect(tables.rows(of: RequestMember.methods.rawValue).first?.last == methods)
    }

    @Test func `the times of a signed request`() throws {
        let calling = try Repository.text("docs/calling.md")
        let limits = "Sources/Authorisation/AuthorisationLimits.swift"
        let lifetime = try SourceConstant.value("lifetime", in: limits)
        let skew = try SourceConstant.value("skew", in: limits)
        #expect(calling.contains("| after `iat`, by \(lifetime) s at most |"))
        #expect(calling.contains("| not in the future, but for \(skew) s |"))
        #expect(calling.contains("Clocks may differ by \(skew) s"))
        let claims = try Outline("docs/openapi.yaml").below("components", "schemas", "SignedRequest", "properties")
        #expect(claims.below("exp").has("description: The end. After iat, by at most \(lifetime) seconds."))
    }

    @Test func `the limits of the socket and of the queues`() throws {
        let calling = try Repository.text("docs/calling.md")
        let socket = "Sources/SocketServer/SocketLimits.swift"
        let bytes = try SourceConstant.value("headerBytes", in: socket)
        let fields = try SourceConstant.value("headerFields", in: socket)
        #expect(calling.contains("| headers | \(bytes) bytes, \(fields) fields |"))
        let openAPI = try Repository.text("docs/openapi.yaml")
        #expect(openAPI.contains("\(bytes) bytes and \(fields) fields of headers"))
        #expect(openAPI.contains("\(RequestLimits.bodyBytes) bytes of body"))
        let queue = try SourceConstant.value("queueLimit", in: "Sources/Writeback/Flow/AccountTurns.swift")
        #expect(calling.contains("| requests that wait for one account | \(queue);"))
    }

    @Test func `the defaults that the caller is told are those of the shipped file`() throws {
        let calling = try Repository.text("docs/calling.md").replacing("\n", with: " ")
        let file = try Repository.text("etc/writebackd.toml")
        let defaults = [
            (#"# request_timeout = "15s""#, "`request_timeout`, 15 s unless configured"),
            (#"# idle_timeout = "60s""#, "`idle_timeout`, 60 s unless configured"),
            ("# connections = 64", "`connections`, 64 unless configured"),
            ("# waiting = 64", "`waiting`, 64 unless configured"),
            ("# wrong_current_password = 5", "5 in 15 minutes unless configured"),
            (#"# window = "15m""#, "5 in 15 minutes unless configured"),
            (#"# max_auth_age = "15m""#, "`max_auth_age`, 15 minutes unless configured"),
            (#"# retention = "400d""#, "(400 days unless configured)"),
            (#"# overlap = "7d""#, "(7 days unless configured)"),
        ]
        for (line, phrase) in defaults {
            #expect(file.contains("\n\(line)\n"), "\(line)")
            #expect(calling.contains(phrase), "\(phrase)")
        }
    }

    @Test func `what the journal's document says of waiting entries and long values`() throws {
        let journal = try Repository.text("docs/journal.md")
        let capacity = try SourceConstant.value("capacity", in: "Sources/Ledger/Shipping/ShippingQueue.swift")
        #expect(journal.contains("\(capacity.grouped) are kept in memory"))
        let size = try SourceConstant.value("maximumValueSize", in: "Sources/SystemdLink/Journal/JournalField.swift")
        #expect(journal.contains("cut at \(size)\nbytes"))
    }

    @Test func `what the threat model says of caches and waits`() throws {
        let model = try Repository.text("docs/threat-model.md")
        let lifetime = try SourceConstant.value("lifetime", in: "Sources/Directories/PolicyCache.swift")
        #expect(model.contains("Policy is cached for \(lifetime) seconds"))
        let accounts = try SourceConstant.value("capacity", in: "Sources/Ledger/Writes/WrongPasswordThrottle.swift")
        #expect(model.contains("It remembers \(accounts.grouped) accounts"))
        let pause = try SourceConstant.value("holdOff", in: "Sources/LDAPClient/Pool/ConnectionPool.swift")
        #expect(model.contains("does not sign in for \(pause) seconds"))
    }

    @Test func `what the operator is told of health checks and of the unit`() throws {
        let operations = try Repository.text("docs/operations.md")
        let monitor = try #require(
            Repository.swiftFiles(below: "Sources").first { $0.hasSuffix("/HealthMonitor.swift") })
        let interval = try SourceConstant.value("interval", in: monitor)
        let patience = try SourceConstant.value("patience", in: monitor)
        #expect(operations.contains("asked every \(interval) s, and has \(patience) s to answer"))
        let unit = try Repository.text("systemd/writebackd.service")
        let watchdog = try #require(unit.firstMatch(of: /\nWatchdogSec=(\d+)s\n/)).1
        let stop = try #require(unit.firstMatch(of: /\nTimeoutStopSec=(\d+)s\n/)).1
        #expect(operations.contains("after \(watchdog) s of silence"))
        #expect(operations.contains("waits up to \(stop) s for requests in flight"))
    }
}
