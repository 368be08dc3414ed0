# What a throw-away server has different from the packaged template-dse.ldif.
/^nsslapd-ldapimaprootdn:/r /dev/stdin
# Counts writes: entryusn, the number of the last write of an entry.
/^dn: cn=USN,/,/^$/s/enabled: off/enabled: on/
# Refuses names like Zoë otherwise.
/^dn: cn=7-bit check,/,/^$/s/enabled: on/enabled: off/
# The server would size its caches by the machine: 150 MB and more, for a handful of people.
/^dn: cn=config,cn=ldbm database,/,/^$/s/^nsslapd-mode:.*/&\
nsslapd-cache-autosize: 0\
nsslapd-dbcachesize: 2000000\
nsslapd-cachememsize: 2000000/
