#ifndef WRITEBACKD_CLDAP_SHIM_H
#define WRITEBACKD_CLDAP_SHIM_H

#include <ldap.h>
#include <openldap.h>
#include <stddef.h>
#include <string.h>

/* LDAP_OPT_ON is a macro that casts an address, which Swift does not import. */
static inline const void *writebackd_ldap_opt_on(void) {
    return LDAP_OPT_ON;
}

/* LDAP_OPT_X_TLS_PROTOCOL_TLS1_2 is a macro that computes, which Swift does not import. */
static const int writebackd_ldap_tls12 = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;

/* memset_explicit and explicit_bzero are hidden without _GNU_SOURCE, which breaks Swift's Glibc module; a barrier keeps
   the compiler from dropping a memset of memory that is about to be freed. */
static inline void writebackd_wipe(void *bytes, size_t count) {
    memset(bytes, 0, count);
    __asm__ __volatile__("" : : "r"(bytes) : "memory");
}

/* LBER_SBIOD_*_NEXT are macros over struct members, for all three. */
static inline int writebackd_next_control(Sockbuf_IO_Desc *layer, int option, void *argument) {
    return LBER_SBIOD_CTRL_NEXT(layer, option, argument);
}

static inline ber_slen_t writebackd_next_read(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t count) {
    return LBER_SBIOD_READ_NEXT(layer, bytes, count);
}

static inline ber_slen_t writebackd_next_write(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t count) {
    return LBER_SBIOD_WRITE_NEXT(layer, bytes, count);
}

/* The wiping layer. libldap keeps each request, with the password in it, until its answer has come and frees it
   unwiped. Its allocator cannot be replaced: liblber calls the functions of LBER_OPT_MEMORY_FNS only for memory that
   carries a context, and libldap's carries none. What it hands to the top of the socket's stack is the request's own
   buffer, so this layer sits there, above TLS and sealing, passes the bytes on and wipes those that are gone. libldap
   needs them again only to follow a referral, which is off. The table of functions must be C. */

static inline int writebackd_wiping_ok(Sockbuf_IO_Desc *layer, void *argument) {
    (void)layer;
    (void)argument;
    return 0;
}

static inline int writebackd_wiping_remove(Sockbuf_IO_Desc *layer) {
    (void)layer;
    return 0;
}

static inline ber_slen_t writebackd_wiping_write(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t count) {
    ber_slen_t written = writebackd_next_write(layer, bytes, count);
    if (written > 0) {
        writebackd_wipe(bytes, (size_t)written);
    }
    return written;
}

static Sockbuf_IO writebackd_wiping_layer = {
    writebackd_wiping_ok,
    writebackd_wiping_remove,
    writebackd_next_control,
    writebackd_next_read,
    writebackd_wiping_write,
    writebackd_wiping_remove,
};

/* Here rather than in Swift because the table above is a C variable whose address must not change. */
static inline int writebackd_add_wiping_layer(Sockbuf *socket) {
    return ber_sockbuf_add_io(socket, &writebackd_wiping_layer, LBER_SBIOD_LEVEL_APPLICATION, NULL);
}

#endif
