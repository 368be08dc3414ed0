# Makes the service account of writebackd in a domain of Windows, with password settings of its own.
#
#   .\service-account.ps1 -Name writeback -Path "OU=services,DC=ad,DC=example,DC=org"
#
# Asks for the account's password: one that nobody has to type, of 32 characters or more. The account is an ordinary
# user and a member of Domain Users alone; what it may do comes from delegate.cmd. Needs the module ActiveDirectory and
# a domain administrator. It does what the script `service-account` does in a Samba domain, which the project's tests
# run; on a domain controller of Windows they do not run.
param(
    [Parameter(Mandatory)] [string] $Name,
    [Parameter(Mandatory)] [string] $Path
)
$ErrorActionPreference = 'Stop'
Import-Module ActiveDirectory

New-ADUser -Name $Name -SamAccountName $Name -Path $Path `
    -UserPrincipalName "$Name@$((Get-ADDomain).DNSRoot)" `
    -Description 'writebackd: resets, changes and unlocks accounts' `
    -AccountPassword (Read-Host -AsSecureString -Prompt "Password of $Name") `
    -PasswordNeverExpires $true -Enabled $true

# Without settings of its own those of the domain apply: a few sign-ins with a wrong password, by anybody, would lock
# the service out of the directory. Its password is long, random and kept by systemd, so lockout is of no use.
New-ADFineGrainedPasswordPolicy -Name $Name -Precedence 1 -LockoutThreshold 0 `
    -LockoutDuration '0.00:10:00' -LockoutObservationWindow '0.00:10:00' `
    -MinPasswordLength 32 -ComplexityEnabled $true -ReversibleEncryptionEnabled $false `
    -MinPasswordAge '0' -MaxPasswordAge '0' -PasswordHistoryCount 0
Add-ADFineGrainedPasswordPolicySubject -Identity $Name -Subjects $Name
