/*
 * The least that a password reset costs: plain libldap, one thread and one bound connection each, and per reset
 *   a search by uid for what an agent must know, RFC 3062 with the password policy control, a read to verify.
 *
 * cc -O2 -o raw-ldap raw-ldap.c -lldap -llber -lpthread -lm
 */
#define _GNU_SOURCE
#include <getopt.h>
#include <ldap.h>
#include <lber.h>

#include "load.h"

static const char *url, *bind_dn, *password_file, *base, *ca_file;
static char service_password[256];

static char *facts[] = {"entryUUID", "entryCSN", "pwdAccountLockedTime", "pwdFailureTime", "pwdChangedTime", "pwdReset",
                        "pwdPolicySubentry", "pwdStartTime", "pwdEndTime", NULL};
static char *proof[] = {"pwdChangedTime", "entryCSN", NULL};

static void must(int code, const char *what) {
    if (code != LDAP_SUCCESS) load_fail(what, ldap_err2string(code));
}

static void read_service_password(void) {
    FILE *file = fopen(password_file, "r");
    if (!file) load_fail(password_file, "cannot be read");
    size_t length = fread(service_password, 1, sizeof service_password - 1, file);
    service_password[strcspn(service_password, "\n")] = 0;
    fclose(file);
    if (length == 0) load_fail(password_file, "is empty");
}

static void *open_connection(unsigned thread) {
    (void)thread;
    LDAP *ld;
    int version = LDAP_VERSION3, fresh = 0;
    struct timeval patience = {30, 0};
    struct berval secret = {strlen(service_password), service_password};
    must(ldap_initialize(&ld, url), url);
    must(ldap_set_option(ld, LDAP_OPT_PROTOCOL_VERSION, &version), "version");
    must(ldap_set_option(ld, LDAP_OPT_REFERRALS, LDAP_OPT_OFF), "referrals");
    must(ldap_set_option(ld, LDAP_OPT_TIMEOUT, &patience), "timeout");
    if (ca_file) {
        must(ldap_set_option(ld, LDAP_OPT_X_TLS_CACERTFILE, ca_file), ca_file);
        must(ldap_set_option(ld, LDAP_OPT_X_TLS_NEWCTX, &fresh), "TLS");
    }
    must(ldap_sasl_bind_s(ld, bind_dn, LDAP_SASL_SIMPLE, &secret, NULL, NULL, NULL), bind_dn);
    return ld;
}

static void close_connection(void *connection) {
    ldap_unbind_ext_s(connection, NULL, NULL);
}

/* The account's DN, to be freed with ldap_memfree; NULL unless exactly one entry matches. */
static char *find(LDAP *ld, const char *account, int *code) {
    char filter[64];
    LDAPMessage *answer = NULL;
    char *dn = NULL;
    snprintf(filter, sizeof filter, "(uid=%s)", account);
    *code = ldap_search_ext_s(ld, base, LDAP_SCOPE_SUBTREE, filter, facts, 0, NULL, NULL, NULL, 2, &answer);
    if (*code == LDAP_SUCCESS && ldap_count_entries(ld, answer) == 1) dn = ldap_get_dn(ld, ldap_first_entry(ld, answer));
    else if (*code == LDAP_SUCCESS) *code = LDAP_NO_SUCH_OBJECT;
    ldap_msgfree(answer);
    return dn;
}

static int reset(LDAP *ld, char *dn, const char *password) {
    LDAPControl policy = {LDAP_CONTROL_PASSWORDPOLICYREQUEST, {0, NULL}, 0};
    LDAPControl *controls[] = {&policy, NULL};
    struct berval user = {strlen(dn), dn}, new = {strlen(password), (char *)password}, generated = {0, NULL};
    return ldap_passwd_s(ld, &user, NULL, &new, &generated, controls, NULL);
}

static int verify(LDAP *ld, const char *dn) {
    LDAPMessage *answer = NULL;
    int code = ldap_search_ext_s(ld, dn, LDAP_SCOPE_BASE, "(objectClass=*)", proof, 0, NULL, NULL, NULL, 1, &answer);
    LDAPMessage *entry = code == LDAP_SUCCESS ? ldap_first_entry(ld, answer) : NULL;
    struct berval **changed = entry ? ldap_get_values_len(ld, entry, "pwdChangedTime") : NULL;
    if (code == LDAP_SUCCESS && !changed) code = LDAP_NO_SUCH_ATTRIBUTE;
    ldap_value_free_len(changed);
    ldap_msgfree(answer);
    return code;
}

static int perform(void *connection, const char *account, const char *password) {
    int code;
    char *dn = find(connection, account, &code);
    if (!dn) return code;
    code = reset(connection, dn, password);
    if (code == LDAP_SUCCESS) code = verify(connection, dn);
    ldap_memfree(dn);
    return code;
}

static const struct option options[] = {{"url", 1, 0, 'u'},  {"bind-dn", 1, 0, 'D'}, {"password-file", 1, 0, 'y'},
                                        {"base", 1, 0, 'b'}, {"ca", 1, 0, 'a'},      LOAD_OPTIONS,
                                        {0, 0, 0, 0}};

int main(int count, char **arguments) {
    struct load load = {.program = "raw-ldap", LOAD_DEFAULTS, .success = 0};
    for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
        switch (option) {
        case 'u': url = optarg; break;
        case 'D': bind_dn = optarg; break;
        case 'y': password_file = optarg; break;
        case 'b': base = optarg; break;
        case 'a': ca_file = optarg; break;
        default: load_option(&load, option, optarg);
        }
    }
    if (!url || !bind_dn || !password_file || !base) load_fail("raw-ldap", "needs --url --bind-dn --password-file --base");
    read_service_password();
    struct load_driver driver = {open_connection, perform, close_connection};
    return run_load(&load, &driver);
}
