@echo off
rem Grants the service account of writebackd what it needs in a domain of Windows, and nothing more.
rem
rem   delegate.cmd EXAMPLE\writeback "OU=people,DC=ad,DC=example,DC=org" "DC=ad,DC=example,DC=org"
rem
rem The arguments: the account, the branch whose accounts writebackd may write, the domain. Run it as a domain
rem administrator, once for each branch; again does no harm. It grants right by right what the script `delegate` grants
rem in a Samba domain, which the project's tests run; on a domain controller of Windows they do not run. What came of it
rem is shown by  dsacls "OU=people,..." | findstr writeback
rem
rem All rights on accounts are inherited by users below the branch (/I:S and ";user"). They do not reach administrators
rem and other protected accounts, from which Windows takes inherited rights (AdminSDHolder): leave it so, and put the
rem service account into no group such as Account Operators or Domain Admins.
if "%~3"=="" (
    echo usage: delegate.cmd DOMAIN\ACCOUNT ACCOUNTS_DN DOMAIN_DN 1>&2
    exit /b 64
)

rem Written: the password, the lock, and "must change at next logon".
dsacls "%~2" /I:S /G "%~1:CA;Reset Password;user" || exit /b 1
for %%a in (lockoutTime pwdLastSet) do (
    dsacls "%~2" /I:S /G "%~1:RPWP;%%a;user" || exit /b 1
)

rem Read: the account's state. Most domains let everybody read it, by the group Pre-Windows 2000 Compatible Access;
rem hardened ones do not. Names and addresses are open to all users anyway.
for %%a in (
    userAccountControl msDS-User-Account-Control-Computed accountExpires msDS-UserPasswordExpiryTimeComputed
    msDS-ResultantPSO adminCount badPwdCount badPasswordTime
) do (
    dsacls "%~2" /I:S /G "%~1:RP;%%a;user" || exit /b 1
)

rem Password settings of single users and groups (PSO), whose numbers are named when a password is refused. By default
rem administrators alone see them.
dsacls "CN=Password Settings Container,CN=System,%~3" /G "%~1:LC" || exit /b 1
dsacls "CN=Password Settings Container,CN=System,%~3" /I:S /G "%~1:RPLC;;msDS-PasswordSettings" || exit /b 1
