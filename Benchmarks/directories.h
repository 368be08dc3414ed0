/*
 * What one reset takes in each kind of directory, in the exchanges that writebackd makes: the search for the account and
 * its state, the write, the read that shows it.
 */
#ifndef DIRECTORIES_H
#define DIRECTORIES_H

#include <lber.h>
#include <ldap.h>
#include <string.h>

enum { DIRECTORY_FACTS = 20, DIRECTORY_PROOF = 8 };

struct directory {
    const char *name;
    const char *filter; /* with the account's name for each %1$s */
    LDAPControl *search_control;
    char *facts[DIRECTORY_FACTS]; /* what the search brings */
    char *proof[DIRECTORY_PROOF]; /* what the read brings; the first must be there */
    int (*write)(LDAP *ld, const char *dn, const char *password);
    int (*settled)(LDAP *ld, LDAPMessage *entry); /* whether the read shows all of the write; NULL where the first does */
};

static LDAPControl password_policy = {LDAP_CONTROL_PASSWORDPOLICYREQUEST, {0, NULL}, 0};

static int modify_password(LDAP *ld, const char *dn, const char *attribute, struct berval value, LDAPControl *control) {
    struct berval *values[] = {&value, NULL};
    LDAPMod password = {LDAP_MOD_REPLACE | LDAP_MOD_BVALUES, (char *)attribute, {.modv_bvals = values}};
    LDAPMod *changes[] = {&password, NULL};
    LDAPControl *controls[] = {control, NULL};
    return ldap_modify_ext_s(ld, dn, changes, controls, NULL);
}

/* RFC 3062. */
static int write_slapd(LDAP *ld, const char *dn, const char *password) {
    LDAPControl *controls[] = {&password_policy, NULL};
    struct berval user = {strlen(dn), (char *)dn}, new = {strlen(password), (char *)password}, generated = {0, NULL};
    return ldap_passwd_s(ld, &user, NULL, &new, &generated, controls, NULL);
}

static int write_389ds(LDAP *ld, const char *dn, const char *password) {
    return modify_password(ld, dn, "userPassword", (struct berval){strlen(password), (char *)password}, &password_policy);
}

/* The server writes the time of the password's change a moment after its answer; both times have the same form. */
static int settled_389ds(LDAP *ld, LDAPMessage *entry) {
    struct berval **modified = ldap_get_values_len(ld, entry, "modifyTimestamp");
    struct berval **changed = ldap_get_values_len(ld, entry, "pwdUpdateTime");
    int settled = modified && changed && strcmp(changed[0]->bv_val, modified[0]->bv_val) >= 0;
    ldap_value_free_len(modified);
    ldap_value_free_len(changed);
    return settled;
}

/* In quotation marks, and in UTF-16 with the lower byte first: of ASCII, every other byte. */
static int write_samba(LDAP *ld, const char *dn, const char *password) {
    char value[256] = {'"'};
    size_t length = strlen(password);
    if (2 * length + 4 > sizeof value) return LDAP_PARAM_ERROR;
    for (size_t i = 0; i < length; i++) value[2 * i + 2] = password[i];
    value[2 * length + 2] = '"';
    return modify_password(ld, dn, "unicodePwd", (struct berval){2 * length + 4, value}, NULL);
}

/* Of a security descriptor only the access list (LDAP_SERVER_SD_FLAGS_OID); more may not be read. */
static LDAPControl access_list_only = {"1.2.840.113556.1.4.801", {5, "\x30\x03\x02\x01\x04"}, 1};

static const struct directory directories[] = {
    {
        .name = "slapd",
        .filter = "(uid=%1$s)",
        .facts = {"entryUUID", "entryCSN", "pwdChangedTime", "pwdAccountLockedTime", "pwdFailureTime", "pwdReset",
                  "pwdPolicySubentry", "pwdStartTime", "pwdEndTime"},
        .proof = {"pwdChangedTime", "entryUUID", "entryCSN", "pwdAccountLockedTime", "pwdReset"},
        .write = write_slapd,
    },
    {
        .name = "samba",
        .filter = "(&(objectCategory=person)(objectClass=user)(sAMAccountType=805306368)"
                  "(|(sAMAccountName=%1$s)(userPrincipalName=%1$s)))",
        .search_control = &access_list_only,
        .facts = {"objectGUID", "sAMAccountName", "displayName", "whenChanged", "uSNChanged", "pwdLastSet", "lockoutTime",
                  "userAccountControl", "msDS-User-Account-Control-Computed", "accountExpires",
                  "msDS-UserPasswordExpiryTimeComputed", "badPwdCount",
                  "badPasswordTime", "adminCount", "msDS-ResultantPSO", "nTSecurityDescriptor"},
        .proof = {"pwdLastSet", "objectGUID", "uSNChanged", "lockoutTime", "msDS-User-Account-Control-Computed"},
        .write = write_samba,
    },
    {
        .name = "389ds",
        .filter = "(uid=%1$s)",
        .facts = {"nsUniqueId", "modifyTimestamp", "entryusn", "pwdUpdateTime", "passwordAllowChangeTime",
                  "passwordExpirationTime", "pwdReset", "passwordRetryCount", "retryCountResetTime", "accountUnlockTime",
                  "nsAccountLock", "pwdPolicySubentry"},
        .proof = {"modifyTimestamp", "nsUniqueId", "entryusn", "pwdUpdateTime", "passwordExpirationTime", "pwdReset",
                  "passwordRetryCount"},
        .write = write_389ds,
        .settled = settled_389ds,
    },
};

/* NULL for a kind that there is not. */
static const struct directory *directory_named(const char *name) {
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        if (strcmp(directories[i].name, name) == 0) return &directories[i];
    return NULL;
}

#endif
