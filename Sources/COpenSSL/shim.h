#ifndef WRITEBACKD_COPENSSL_SHIM_H
#define WRITEBACKD_COPENSSL_SHIM_H

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/prctl.h>

/* OPENSSL_secure_clear_free is a macro that carries the C file and line. */
static inline void writebackd_secure_clear_free(void *pointer, size_t count) {
    OPENSSL_secure_clear_free(pointer, count);
}

/* OPENSSL_secure_zalloc is a macro for the same reason. */
static inline void *writebackd_secure_zalloc(size_t count) {
    return OPENSSL_secure_zalloc(count);
}

/* SSL_CTX_set_min_proto_version is a macro over SSL_CTX_ctrl. */
static inline int writebackd_require_tls12(SSL_CTX *context) {
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}

/* SSL_set_tlsext_host_name is a macro over SSL_ctrl. */
static inline int writebackd_set_server_name(SSL *session, const char *name) {
    return (int)SSL_set_tlsext_host_name(session, name);
}

/* These selections are macros over macros. */
static const int writebackd_public_key = EVP_PKEY_PUBLIC_KEY;
static const int writebackd_key_pair = EVP_PKEY_KEYPAIR;

/* prctl is variadic and does not import: no core dumps, no ptrace by the same user. */
static inline int writebackd_deny_dumps(void) {
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

#endif
