import Secrets
import Testing

@testable import JOSE

/// Values that others computed.
struct SealingVectorTests {
    /// RFC 7518 appendix C.
    @Test func `Alice and Bob of RFC 7518 derive the key that it says`() throws {
        let alice = try SealingSample.key(
            """
            {"kty":"EC","crv":"P-256","kid":"Alice","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0",
             "y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}
            """)
        let bob = try SealingSample.key(
            """
            {"kty":"EC","crv":"P-256","kid":"Bob","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ",
             "y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}
            """)
        let derivation = ConcatKDF(
            algorithm: "A128GCM", size: 16, partyU: Array("Alice".utf8), partyV: Array("Bob".utf8))
        let atBob = try derivation.key(from: bob.agree(with: alice.point))
        let atAlice = try derivation.key(from: alice.agree(with: bob.point))
        #expect(Base64URL.encode(SealingSample.bytes(atBob)) == "VqqN6vgjbSBcIijNcacQGg")
        #expect(SealingSample.bytes(atAlice) == SealingSample.bytes(atBob))
    }

    /// RFC 8037 appendix A.6, which is RFC 7748 section 6.1.
    @Test func `the X25519 secret of RFC 8037 is the one that it says`() throws {
        let scalar = SealingSample.bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
        let sender = try SealingSample.key(
            """
            {"kty":"OKP","crv":"X25519","kid":"sender","x":"hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo",
             "d":"\(Base64URL.encode(scalar))"}
            """)
        let bob = try #require(Base64URL.decode("3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08"))
        let secret = try sender.agree(with: SealingSample.point(.x25519, x: bob))
        #expect(
            SealingSample.bytes(secret)
                == SealingSample.bytes("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"))
    }

    /// RFC 7520 section 5.5; its content is encrypted with A128CBC-HS256, so the key is as far as this goes.
    @Test func `the key that RFC 7520 agrees on without wrapping is the one that it says`() throws {
        let recipient = try SealingSample.key(
            """
            {"kty":"EC","kid":"meriadoc.brandybuck@buckland.example","use":"enc","crv":"P-256",
             "x":"Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0","y":"HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw",
             "d":"r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8"}
            """)
        let x = try #require(Base64URL.decode("mPUKT_bAWGHIhg0TpjjqVsP1rXWQu_vwVOHHtNkdYoA"))
        let y = try #require(Base64URL.decode("8BQAsImGeAS46fyWw5MhYfGTT0IjBpFw2SS34Dv4Irs"))
        let sender = try SealingSample.point(.p256, x: x, y: y)
        let derivation = ConcatKDF(algorithm: "A128CBC-HS256", size: 32, partyU: [], partyV: [])
        let key = try derivation.key(from: recipient.agree(with: sender))
        #expect(Base64URL.encode(SealingSample.bytes(key)) == "hzHdlfQIAEehb8Hrd_mFRhKsKLEzPfshfXs9l6areCc")
    }

    /// Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B.
    @Test func `AES-256-GCM seals and opens test case 16 of its authors`() throws {
        let plaintext = SealingSample.bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b39")
        let half = "feffe9928665731c6d6a8f9467308308"
        let key = try SealingSample.secret(SealingSample.bytes(half + half))
        let vector = SealingSample.bytes("cafebabefacedbaddecaf888")
        let authenticated = SealingSample.bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let sealed = try ContentEncryption.seal(
            SealingSample.secret(plaintext), vector: vector, authenticated: authenticated,
            key: key)
        #expect(
            sealed.ciphertext
                == SealingSample.bytes(
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                        + "c5f61e6393ba7a0abcc9f662"))
        #expect(sealed.tag == SealingSample.bytes("76fc6ece0f4e1768cddf8853bb2d551b"))
        let opened = try ContentEncryption.open(
            sealed.ciphertext, vector: vector, tag: sealed.tag, authenticated: authenticated, key: key)
        #expect(SealingSample.bytes(opened) == plaintext)
    }
}
