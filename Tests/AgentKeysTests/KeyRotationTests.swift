import Foundation
import Glibc
import JOSE
import Secrets
import Testing

@testable import AgentKeys

/// One key after another.
struct KeyRotationTests {
    private let sample: KeyFolderSample
    private let start = KeyFolderSample.start

    init() throws {
        sample = try KeyFolderSample()
    }

    @Test func `the next key becomes the current one, which retires`() throws {
        let before = try sample.make().keys
        let rotated = try KeyFile.rotate(sample.path, at: start + 100, overlap: .seconds(3600))
        let after = try KeyFile.read(sample.path).keys
        #expect(after.all.map(\.pair.id) == rotated.keys.all.map(\.pair.id))
        #expect(after.current.pair.id == before.next.pair.id)
        #expect(after.current.made == start)
        #expect(after.retired.map(\.pair.id) == [before.current.pair.id])
        #expect(after.retired.map(\.end) == [start + 3700])
        #expect(after.next.made == start + 100)
        #expect(!before.all.map(\.pair.id).contains(after.next.pair.id))
    }

    @Test(arguments: [EllipticCurve.p256, .x25519])
    func `what was sealed to the old key is opened until its end and not after`(curve: EllipticCurve) throws {
        let old = try sample.make(curve).keys.current.pair
        let token = try SealedToken(to: old)
        _ = try KeyFile.rotate(sample.path, at: start + 100, overlap: .seconds(50))
        let ring = KeyRing(try KeyFile.read(sample.path).keys)
        #expect(try token.opens(with: ring, at: start + 100))
        #expect(try token.opens(with: ring, at: start + 149))
        #expect(try !token.opens(with: ring, at: start + 150))
        #expect(ring.key(old.id, at: start + 1000) == nil)
    }

    @Test func `what was sealed to the next key before the rotation is opened after it`() throws {
        let token = try SealedToken(to: try sample.make().keys.next.pair)
        for step in 1...2 {
            _ = try KeyFile.rotate(sample.path, at: start + step, overlap: .seconds(10))
            #expect(try token.opens(with: KeyRing(try KeyFile.read(sample.path).keys), at: start + step))
        }
    }

    @Test func `a retired key is dropped by the first rotation after its end`() throws {
        let first = try sample.make().keys.current.pair.id
        _ = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10))
        let kept = try KeyFile.rotate(sample.path, at: start + 9, overlap: .seconds(10)).keys
        #expect(kept.retired.map(\.pair.id).contains(first))
        let dropped = try KeyFile.rotate(sample.path, at: start + 10, overlap: .seconds(10)).keys
        #expect(!dropped.all.map(\.pair.id).contains(first))
        #expect(try !sample.text().contains(first))
    }

    @Test func `eight retired keys are kept, and a ninth is refused with the time to wait for`() throws {
        _ = try sample.make()
        for step in 0..<8 { _ = try KeyFile.rotate(sample.path, at: start + step, overlap: .seconds(100)) }
        let text = try sample.text()
        #expect(throws: AgentKeyError.tooManyRetired(path: sample.path, end: start + 100)) {
            try KeyFile.rotate(sample.path, at: start + 8, overlap: .seconds(100))
        }
        #expect(try sample.text() == text)
        #expect(try KeyFile.read(sample.path).keys.retired.count == 8)
        #expect(throws: Never.self) { try KeyFile.rotate(sample.path, at: start + 100, overlap: .seconds(100)) }
    }

    @Test func `the new key may be on another curve`() throws {
        _ = try sample.make(.p256)
        let keys = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10), curve: .x25519).keys
        #expect(keys.all.map(\.pair.curve) == [.p256, .x25519, .p256])
        #expect(try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10)).keys.next.pair.curve == .x25519)
    }

    @Test func `without a file nothing is rotated`() throws {
        #expect(throws: AgentKeyError.missing(path: sample.path)) {
            try KeyFile.rotate(sample.path, at: start, overlap: .zero)
        }
        #expect(try sample.names().isEmpty)
    }

    @Test func `owner and mode stay`() throws {
        _ = try sample.make()
        #expect(chmod(sample.path, 0o400) == 0)
        if geteuid() == 0 {
            #expect(chown(sample.folder, 12_345, 23_456) == 0)
            #expect(chown(sample.path, 12_345, 23_456) == 0)
        }
        let before = try sample.status()
        _ = try KeyFile.rotate(sample.path, at: start, overlap: .zero)
        let after = try sample.status()
        #expect(after.st_ino != before.st_ino)
        #expect(after.st_mode == before.st_mode)
        #expect([after.st_uid, after.st_gid] == [before.st_uid, before.st_gid])
    }

    /// The process ends after the new file is on disk and before it takes the old one's place.
    @Test func `a crash before the rename leaves the old keys, and the next rotation clears up`() throws {
        let before = try sample.make().keys
        do {
            let folder = try KeyFolder(of: sample.path)
            try folder.lock()
            let text = try before.rotated(at: start, end: start, curve: nil).text()
            try text.withUnsafeBytes { try folder.write($0, owner: nil) }
        }
        #expect(try sample.names() == [".keys.jwks.new", "keys.jwks"])
        #expect(try KeyFile.read(sample.path).keys.all.map(\.pair.id) == before.all.map(\.pair.id))
        let after = try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10)).keys
        #expect(after.current.pair.id == before.next.pair.id)
        #expect(try sample.names() == ["keys.jwks"])
    }

    @Test func `half a new file, or a link in its place, does no harm`() throws {
        _ = try sample.make()
        let new = "\(sample.folder)/.keys.jwks.new"
        try Data("{\"keys\":[".utf8).write(to: URL(fileURLWithPath: new))
        #expect(throws: Never.self) { try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10)) }
        let victim = "\(sample.folder)/victim"
        try Data("victim".utf8).write(to: URL(fileURLWithPath: victim))
        #expect(symlink(victim, new) == 0)
        #expect(throws: Never.self) { try KeyFile.rotate(sample.path, at: start, overlap: .seconds(10)) }
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "victim")
        #expect(try sample.names() == ["keys.jwks", "victim"])
    }

    @Test func `rotations at the same time follow each other and lose no key`() async throws {
        let before = try sample.make().keys
        let path = sample.path
        let rotated = try await withThrowingTaskGroup(of: KeyFile.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await withCheckedThrowingContinuation { continuation in
                        Thread.detachNewThread {
                            continuation.resume(with: Result { try KeyFile.rotate(path, at: 0, overlap: .seconds(60)) })
                        }
                    }
                }
            }
            return try await group.reduce(into: [KeyFile]()) { $0.append($1) }
        }
        let after = try KeyFile.read(sample.path).keys
        let made = Set(before.all.map(\.pair.id)).union(rotated.map(\.keys.next.pair.id))
        #expect(made.count == 10)
        #expect(Set(after.all.map(\.pair.id)) == made)
        #expect(Set(rotated.map(\.keys.current.pair.id)).count == 8)
    }

    /// A limit on the size of files stands for the disk's (setrlimit(2)); it ends with the process.
    @Test func `a full disk leaves the old keys`() async {
        await #expect(processExitsWith: .success) {
            let sample = try KeyFolderSample()
            _ = try sample.make()
            let text = try sample.text()
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100, rlim_max: 100)
            #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
            #expect(throws: AgentKeyError.system(path: sample.path, doing: "writing", code: EFBIG)) {
                try KeyFile.rotate(sample.path, at: KeyFolderSample.start, overlap: .zero)
            }
            #expect(try sample.text() == text)
            #expect(try sample.names() == ["keys.jwks"])
        }
    }
}
