/*
 * The least that a password reset costs: plain libldap, one thread and one bound connection each, and per reset
 *   a search by name for what an agent must know, one write, a read to verify. What they are in each kind of directory
 *   is in directories.h.
 *
 * cc -O2 -o raw-ldap raw-ldap.c -lldap -llber -lpthread -lm
 */
#define _GNU_SOURCE
#include <getopt.h>

#include "directories.h"
#include "load.h"

static const char *url, *bind_dn, *password_file, *base, *ca_file;
static char service_password[256];
static const struct directory *directory;

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
    char filter[256];
    LDAPControl *controls[] = {directory->search_control, NULL};
    LDAPMessage *answer = NULL;
    char *dn = NULL;
    snprintf(filter, sizeof filter, directory->filter, account);
    *code = ldap_search_ext_s(ld, base, LDAP_SCOPE_SUBTREE, filter, (char **)directory->facts, 0, controls, NULL, NULL, 2,
                              &answer);
    if (*code == LDAP_SUCCESS && ldap_count_entries(ld, answer) == 1) dn = ldap_get_dn(ld, ldap_first_entry(ld, answer));
    else if (*code == LDAP_SUCCESS) *code = LDAP_NO_SUCH_OBJECT;
    ldap_msgfree(answer);
    return dn;
}

/* Reads the entry; *done is whether it shows all of the write. */
static int look(LDAP *ld, const char *dn, int *done) {
    LDAPMessage *answer = NULL;
    int code = ldap_search_ext_s(ld, dn, LDAP_SCOPE_BASE, "(objectClass=*)", (char **)directory->proof, 0, NULL, NULL, NULL,
                                 1, &answer);
    LDAPMessage *entry = code == LDAP_SUCCESS ? ldap_first_entry(ld, answer) : NULL;
    struct berval **proof = entry ? ldap_get_values_len(ld, entry, directory->proof[0]) : NULL;
    if (code == LDAP_SUCCESS && !proof) code = LDAP_NO_SUCH_ATTRIBUTE;
    *done = proof && (!directory->settled || directory->settled(ld, entry));
    ldap_value_free_len(proof);
    ldap_msgfree(answer);
    return code;
}

/* Looks as often and as long as the agent does: without a pause, the looking would keep the server from settling. */
static int verify(LDAP *ld, const char *dn) {
    double limit = load_clock() + 0.2;
    for (;;) {
        int done, code = look(ld, dn, &done);
        if (code != LDAP_SUCCESS || done || load_clock() >= limit) return code;
        load_sleep_until(load_clock() + 0.005);
    }
}

static int perform(void *connection, const char *account, const char *password) {
    int code;
    char *dn = find(connection, account, &code);
    if (!dn) return code;
    code = directory->write(connection, dn, password);
    if (code == LDAP_SUCCESS) code = verify(connection, dn);
    ldap_memfree(dn);
    return code;
}

static const struct option options[] = {{"directory", 1, 0, 'd'},     {"url", 1, 0, 'u'},  {"bind-dn", 1, 0, 'D'},
                                        {"password-file", 1, 0, 'y'}, {"base", 1, 0, 'b'}, {"ca", 1, 0, 'a'},
                                        LOAD_OPTIONS,                 {0, 0, 0, 0}};

int main(int count, char **arguments) {
    struct load load = {.program = "raw-ldap", LOAD_DEFAULTS, .success = 0};
    for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
        switch (option) {
        case 'd': directory = directory_named(optarg); break;
        case 'u': url = optarg; break;
        case 'D': bind_dn = optarg; break;
        case 'y': password_file = optarg; break;
        case 'b': base = optarg; break;
        case 'a': ca_file = optarg; break;
        default: load_option(&load, option, optarg);
        }
    }
    if (!directory || !url || !bind_dn || !password_file || !base)
        load_fail("raw-ldap", "needs --directory slapd|samba|389ds --url --bind-dn --password-file --base");
    read_service_password();
    struct load_driver driver = {open_connection, perform, close_connection};
    return run_load(&load, &driver);
}
