#ifndef WRITEBACKD_CLDAP_GSSAPI_H
#define WRITEBACKD_CLDAP_GSSAPI_H

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

/* The GSS-API of MIT krb5, for SASL GSSAPI (RFC 4752): what is a macro over macros or casts, and the object identifiers,
   which are variables that Swift takes for mutable ones. */

static const OM_uint32 writebackd_gss_continue_needed = GSS_S_CONTINUE_NEEDED;
static const OM_uint32 writebackd_gss_forever = GSS_C_INDEFINITE;
static const OM_uint32 writebackd_gss_unavailable = GSS_S_UNAVAILABLE;
static const int writebackd_gss_major_kind = GSS_C_GSS_CODE;
static const int writebackd_gss_minor_kind = GSS_C_MECH_CODE;

static inline int writebackd_gss_failed(OM_uint32 major) {
    return GSS_ERROR(major) != 0;
}

static inline gss_OID writebackd_gss_krb5(void) {
    return gss_mech_krb5;
}

static inline gss_OID writebackd_gss_host_service(void) {
    return GSS_C_NT_HOSTBASED_SERVICE;
}

static inline gss_OID writebackd_gss_principal(void) {
    return GSS_KRB5_NT_PRINCIPAL_NAME;
}

static inline gss_OID writebackd_gss_sasl_strength(void) {
    return GSS_C_SEC_CONTEXT_SASL_SSF;
}

#endif
