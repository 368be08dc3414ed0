/// The one table that gives each refusal its HTTP status, wire code, journal identity, severity and retry rule.
///
/// A new refusal does not compile until it has a row here, and the tests want a catalogue entry for its `messageID`.
extension Refusal {
    /// This refusal's row.
    public var entry: RefusalEntry {
        switch self {
        case .malformed:
            .init(400, "malformed_request", "126fb0af1b3145f583598e97c771d01f", .notice, .refused)
        case .malformedHTTP:
            .init(400, "malformed_http", "fb7be5c9f3a749d1bc2631edc3e99df6", .notice, .refused)
        case .headersTooLarge:
            .init(431, "headers_too_large", "ffbb200d36ce4fe0a4960d29cf03ee26", .notice, .refused)
        case .tooLarge:
            .init(413, "body_too_large", "9765964694c2428989ef043dad424ab1", .notice, .refused)
        case .mediaType:
            .init(415, "unsupported_media_type", "7add72dcc3db4c9184deed6e2ef6c67c", .notice, .refused)
        case .lengthRequired:
            .init(411, "length_required", "4a3f7caa8a3846f397c52c6ffaa52cfc", .notice, .refused)
        case .httpVersion:
            .init(505, "http_version", "6c70360a20ff4a8484d0137fb5951ed9", .notice, .refused)
        case .noSuchPath:
            .init(404, "no_such_path", "8e3fb8f2d1ad49129767b98d6743fa7f", .notice, .refused)
        case .methodNotAllowed:
            .init(405, "method_not_allowed", "06462ecf6af74a828b1ae6f382b94746", .notice, .refused)
        case .tooSlow:
            .init(408, "request_too_slow", "738899d29f314be6b92e701c40fc35f4", .notice, .refused)
        case .tokenMalformed:
            .init(
                401, "token_malformed", "58b13f89bdbb4ee1b593b52b862ac6d0", .warning, .refused, told: "not_authorised")
        case .tokenTooLarge:
            .init(
                401, "token_too_large", "0b03f3044ad44901921880add97f1033", .warning, .refused, told: "not_authorised")
        case .tokenType:
            .init(401, "token_type", "fbd8d92b950e44a2ae2ee61765535649", .warning, .refused, told: "not_authorised")
        case .tokenAlgorithm:
            .init(
                401, "token_algorithm", "e029d288594e4fa187cb265ecd6a5b43", .warning, .refused, told: "not_authorised")
        case .tokenCritical:
            .init(401, "token_critical", "73d45374ce2c49389fa66ecc8e292f8b", .warning, .refused, told: "not_authorised")
        case .tokenKeyUnknown:
            .init(
                401, "token_key_unknown", "d958b0059fb9462d80774875be5581cd", .warning, .refused, told: "not_authorised"
            )
        case .tokenSignature:
            .init(
                401, "token_signature", "4c122cbd75e94ae6a4ab5d45db65b9a5", .warning, .refused, told: "not_authorised")
        case .wrongIssuer:
            .init(403, "wrong_issuer", "072de15d75ef4da289aefde24234251f", .warning, .refused)
        case .wrongAudience:
            .init(403, "wrong_audience", "f5debc2b834343e08e175e9a068916b7", .warning, .refused)
        case .tokenExpired:
            .init(401, "token_expired", "70ad681ba23c45c08b22d47ce54ea90c", .notice, .refused)
        case .tokenNotYetValid:
            .init(401, "token_not_yet_valid", "913ea21f58464156b363ed6999178be1", .warning, .refused)
        case .tokenLifetime:
            .init(403, "token_lifetime", "8ca3784e77e84255b0bcbca73c42469b", .warning, .refused)
        case .authenticationTooOld:
            .init(403, "authentication_too_old", "262a741b603942718ec017ed02a521a0", .notice, .refused)
        case .sealedPasswordInvalid:
            .init(400, "sealed_password_invalid", "6daacfa508c84df495026407fda3fac9", .warning, .refused)
        case .sealedPasswordElsewhere:
            .init(403, "sealed_for_another_request", "52e89bbf2ff24ce987c5da8dbf15d1b7", .warning, .refused)
        case .agentKeyUnknown:
            .init(400, "agent_key_unknown", "f1b7fab36f8845cabcceee57aa5e356c", .warning, .refused)
        case .unknownCaller:
            .init(403, "unknown_caller", "9898fba361004fe687321adcfeeb3a83", .warning, .refused)
        case .signatureRequired:
            .init(403, "signature_required", "ef0cc9d00b7f46a6b28842dfa7844a57", .warning, .refused)
        case .signatureUnexpected:
            .init(403, "signature_unexpected", "3be54e8078db436ca4135d9a208a3ce6", .warning, .refused)
        case .operationNotGranted:
            .init(403, "operation_not_granted", "9df729c8f7ae47c19f393be78dfc0508", .warning, .refused)
        case .operationOff:
            .init(403, "operation_off", "4f968db14b524eea9412a6cc02b9d9e8", .notice, .refused)
        case .unknownDirectory:
            .init(404, "unknown_directory", "67ec9d490d5d45be89197bdb8fe80c49", .notice, .refused)
        case .accountNotFound:
            .init(404, "account_not_found", "8f258ace999c4e949625c26127f8858e", .notice, .refused)
        case .accountAmbiguous:
            .init(409, "account_ambiguous", "4e128bad8eef4374bdef3531d55f6190", .warning, .refused)
        case .accountLocked:
            .init(409, "account_locked", "ed88e71a549e4db790b01ddd96ae64e5", .notice, .refused)
        case .lockedByAdministrator:
            .init(403, "locked_by_administrator", "27f26c1625fc46938314878763681fa9", .notice, .refused)
        case .accountDisabled:
            .init(403, "account_disabled", "88207fd13664474887bc0d611c70836a", .notice, .refused)
        case .accountProtected:
            .init(403, "account_protected", "323c78cadd9247ce976d31c82e7e5ac5", .warning, .refused)
        case .accountExpired:
            .init(403, "account_expired", "ec0678d99fa34e26b66fe96d598f58a0", .notice, .refused)
        case .accountNotYetValid:
            .init(403, "account_not_yet_valid", "25d5325d3e4444cbb021cb6d6cad191e", .notice, .refused)
        case .resetWouldUnlock:
            .init(409, "reset_would_unlock", "b6924676983c41b7a6e2f9906ade13a9", .notice, .refused)
        case .unlockUnsupported:
            .init(422, "unlock_unsupported", "5631c4ad0d53477693e7513c42fa4b35", .notice, .refused)
        case .mustChangeUnsupported:
            .init(422, "must_change_unsupported", "4cdd66a5cf5242b5b2d1b57084aed799", .notice, .refused)
        case .changeForbidden:
            .init(403, "change_forbidden", "d3b0a7085e0e4775baf00782ff5f6407", .notice, .refused)
        case .currentPasswordRequired:
            .init(403, "current_password_required", "d093f4c3945e48698282dfadcb1c086a", .notice, .refused)
        case .wrongCurrentPassword:
            .init(403, "wrong_current_password", "1a7a578a3e6c4dcfb17d57ac58517461", .notice, .refused)
        case .changeRefused:
            .init(403, "change_refused", "2041b10891c94c87b682117cf54169a6", .notice, .refused)
        case .tooManyAttempts:
            .init(429, "too_many_attempts", "42f0a7a701e84806b491c0638fccb9a2", .warning, .notApplied)
        case .passwordTooShort:
            .init(422, "password_too_short", "74bf6259724f4202a9784179dbb48f58", .notice, .refused)
        case .passwordTooLong:
            .init(422, "password_too_long", "aa2206c5340c4ecbbc391ca865fb7026", .notice, .refused)
        case .passwordTooFewClasses:
            .init(422, "password_too_few_classes", "6a17160baed84c15811e99662799b99c", .notice, .refused)
        case .passwordContainsName:
            .init(422, "password_contains_name", "40d857ca37a94ed795df5a1059a5572e", .notice, .refused)
        case .passwordInHistory:
            .init(422, "password_in_history", "0c216acc3cf542a2abeeba2d70291e0f", .notice, .refused)
        case .passwordTooYoung:
            .init(422, "password_too_young", "5edd4c8b38e54ce3b4b0662755675984", .notice, .refused)
        case .passwordQuality:
            .init(422, "password_quality", "d5f15a657dfe4520a81e458dc1db5a9f", .notice, .refused)
        case .passwordLooksHashed:
            .init(422, "password_looks_hashed", "a1f3e87172db4110af0abc586900870f", .notice, .refused)
        case .passwordCheckSilent:
            .init(422, "password_check_silent", "ad085b5a6a5b4cc28374e6a50fc889da", .warning, .refused)
        case .noPermission:
            .init(500, "no_permission", "cd797329fd2340029b400a766afd63f4", .error, .refused)
        case .directoryReadOnly:
            .init(503, "directory_read_only", "a51a280894d849019fb7508afe7c0bd3", .error, .notApplied)
        case .channelNotSecure:
            .init(503, "channel_not_secure", "f78873bb59994907bed44851416727cc", .error, .notApplied)
        case .directoryUnreachable:
            .init(503, "directory_unreachable", "f7d9f239e42c4e518b05f8ba16ffb3b9", .error, .notApplied)
        case .directoryTLS:
            .init(503, "directory_tls", "6022cbe8d3a44f6ebd0a4275a1dfc2e6", .error, .notApplied)
        case .directoryBusy:
            .init(503, "directory_busy", "255af5d82a164649a47ff07e470633a4", .warning, .notApplied)
        case .directoryKind:
            .init(503, "directory_kind", "5d20834f1862471a84725738e4a4045b", .error, .notApplied)
        case .directoryTimeout:
            .init(504, "directory_timeout", "6469d58ec2e34f93b20735b134285476", .error, .notApplied)
        case .directoryRefusedAgent:
            .init(503, "directory_refused_agent", "0e84842a4b0b494786e2f2ce1975af6a", .error, .notApplied)
        case .bindNotRotatable:
            .init(409, "bind_not_rotatable", "8e1951a082a54cdcb7d0c2f6727ced9a", .notice, .refused)
        case .directoryError:
            .init(502, "directory_error", "0d6b03a143fe40fab864f22244ffedb0", .error, .notApplied)
        case .requestConflict:
            .init(409, "request_conflict", "b2ed0007684b4051b7bdd25fcb291276", .warning, .refused)
        case .requestInProgress:
            .init(409, "request_in_progress", "914514a4dc884cc0b332773de13237a3", .notice, .unknown)
        case .requestUnknown:
            .init(404, "request_unknown", "1fee32aa0965438fa4c257175f09787c", .info, .refused)
        case .writeLost:
            .init(503, "write_lost", "49223331d7144326a57ad897a2aa0b3d", .warning, .notApplied)
        case .accountBusy:
            .init(503, "account_busy", "2d8a7e256dec4cbfbc0f0f09d3fb2798", .warning, .notApplied)
        case .busy:
            .init(503, "busy", "86058c00c2af46eea9d547ca1c72adb9", .warning, .notApplied)
        case .auditUnavailable:
            .init(503, "audit_unavailable", "26ee81a6f81c47baaf08cb0a4549ed8b", .error, .notApplied)
        case .misconfigured:
            .init(503, "misconfigured", "c708849b546b457ca3eb6e1b5f527410", .error, .notApplied)
        case .stopping:
            .init(503, "stopping", "760e5e10797240c6b7886710ddad9c55", .notice, .notApplied)
        }
    }
}
