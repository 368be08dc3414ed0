internal import Secrets

/// The form in which the passwords are kept: a line for each, of its name, a space and the password, and the line `settled`.
extension BindPasswords {
    private enum Line: String, CaseIterable {
        case pending
        case current
        case previous
    }

    private static let settledLine = "settled"
    private static let newline = UInt8(ascii: "\n")

    /// Reads the kept form; nil for anything that ``text()`` would not write.
    init?(reading text: borrowing Secret) throws(SecretError) {
        self.init()
        isSettled = false
        let lines = text.withUnsafeBytes { bytes in
            bytes.split(separator: Self.newline).map { $0.startIndex..<$0.endIndex }
        }
        for range in lines {
            let isKnown = try text.withUnsafeBytes { (bytes) throws(SecretError) in
                try read(UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
            guard isKnown else { return nil }
        }
        guard !isEmpty else { return nil }
    }

    private mutating func read(_ line: UnsafeRawBufferPointer) throws(SecretError) -> Bool {
        if line.elementsEqual(Self.settledLine.utf8) {
            isSettled = true
            return true
        }
        for name in Line.allCases where line.starts(with: "\(name.rawValue) ".utf8) {
            let value = UnsafeRawBufferPointer(rebasing: line[(name.rawValue.utf8.count + 1)...])
            guard !value.isEmpty else { return false }
            self[name] = SharedSecret(try Secret(copying: value))
            return true
        }
        return false
    }

    /// The kept form, in locked memory.
    func text() throws(SecretError) -> Secret {
        try Secret(capacity: 4096) { target in
            var count = 0
            func append(_ bytes: some Sequence<UInt8>) {
                for byte in bytes where count < target.count {
                    target[count] = byte
                    count += 1
                }
            }
            for name in Line.allCases {
                self[name]?.withUnsafeBytes { bytes in
                    append("\(name.rawValue) ".utf8)
                    append(bytes)
                    append(CollectionOfOne(Self.newline))
                }
            }
            if isSettled { append("\(Self.settledLine)\n".utf8) }
            return count
        }
    }

    private subscript(_ line: Line) -> SharedSecret? {
        get {
            switch line {
            case .pending: pending
            case .current: current
            case .previous: previous
            }
        }
        set {
            switch line {
            case .pending: pending = newValue
            case .current: current = newValue
            case .previous: previous = newValue
            }
        }
    }
}
