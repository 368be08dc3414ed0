internal import Requests
internal import SystemdLink

extension Event {
    /// The journal's MESSAGE_ID (sd-id128(3)) and how loudly it is told.
    var entry: (messageID: MessageID, severity: Severity) {
        switch self {
        case .resetBegun: ("151a41ddba30497a9c731edea5d58ed9", .info)
        case .unlockBegun: ("d3e9a19948d749d2bfa573a2e0fe7a1f", .info)
        case .changeBegun: ("bbbdf465f18b444798cf202febf38fd0", .info)
        case .resetApplied: ("d181b301f4fd4dfd99714224d1288d02", .notice)
        case .administratorResetApplied: ("bb23b4c0598146c88bfe036271dcf7e6", .notice)
        case .mustChangeNotSet: ("c22cf1d3afc64c2ca6b709592c7851f4", .warning)
        case .notUnlockedEverywhere: ("ca38799e4ea74d53969ecdc2cde3e892", .warning)
        case .unlockApplied: ("48b88b52c8bd4fb790588b5322c827ab", .notice)
        case .unlockNotNeeded: ("8a200e7c3ebe46209ed1caa837206f5f", .info)
        case .changeApplied: ("afa821948ad845e9b8285af43a0e20c5", .notice)
        case .statusAnswered: ("bdd03978f7dc4bc1829a7e959709c491", .info)
        case .outcomeUnknown: ("92a82ae14f604084a016a5fb3fced30f", .error)
        case .strangerDropped: ("dfd3dc5cb11c4cc391eacc495eb35ab2", .warning)
        case .started: ("0da146bc8e164eada2a06eb4f7c11dbe", .notice)
        case .stopping: ("3b389769666d4398af1f6782f81af40b", .notice)
        case .reloaded: ("708f469177374e2c9f823b8da048b648", .notice)
        case .reloadRefused: ("e16240d0573a4651b7c74fcddc5e051a", .error)
        case .misconfigured: ("bb472e7275244e74afa0b9f1fb2cb07f", .error)
        case .configurationFinding: ("a7bc331fc191490a9cd6746c696ab34a", .warning)
        case .journalRecovered: ("7f6416d89a7046b4bd8a175914d93844", .warning)
        case .requestReplayed: ("314fade17bc64c18bba0f28dfc9d2a3f", .info)
        case .unsettledFound: ("1ad4227c7fd94aaab8086c92ded5cad7", .warning)
        case .ledgerFailed: ("e0210f8f414d4f73b746e637bf736a83", .error)
        case .ledgerRecovered: ("5bbf4c1abe9e4449a5ce9ae404aa92ed", .notice)
        case .recordsLost: ("646a685d6db44b20b15fffc1a64bd8d1", .warning)
        case .ledgerPruned: ("e905edb8b60e457d8e560f671b59d275", .info)
        case .keysMade: ("1ba9d8809efd415e89416974352670b7", .notice)
        case .keysInForce: ("cd9267383ef34ea281c885963b036baf", .notice)
        case .directoryUp: ("24578354082343b59646067d19f8e18b", .notice)
        case .directoryDown: ("a2c8c47509354748a5d6247ab5b9d068", .error)
        case .directoryRecognised: ("7fdbf7b686094af18bf6cf5eef1bfde7", .notice)
        case .serverAvoided: ("e4e9233aca1c46da87a54a31f9c3b592", .warning)
        case .serverReturned: ("6f5228ea023e4278baa5a6b49be11a68", .notice)
        case .accountChecked: ("094ee92a7f124da58773912fce72e82f", .info)
        case .bindRotationBegun: ("6d1c0f3e94b74c0f8a2f5e7d3b9a41c8", .info)
        case .bindPasswordRotated: ("b7d55e92e1ce4b2aad8bc5eb1476c5e1", .notice)
        case .bindRotationFailed: ("a190c78ec892480386cfea39e5d3b27a", .error)
        }
    }
}
