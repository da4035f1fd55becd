<#
.SYNOPSIS
Lets the bot read and write the calendars of the programme's people, and of nobody else (Exchange Online RBAC for Applications).

.DESCRIPTION
The people are the direct members of one mail-enabled security group; members of groups within it do not count. May be run again at
any time. What it changes takes effect within two hours, since Exchange remembers for 30 minutes to two hours what an application may.
Needs PowerShell 7 with the module ExchangeOnlineManagement, and whoever runs it in the role group Organization Management.

.EXAMPLE
./infra/grant-exchange.ps1 -AppId <output appId> -ObjectId <output principalId> -Group mentoring@contoso.example -Inside ana.lima@contoso.example -Outside ceo@contoso.example
#>
param(
    # The bot's app id, and the object id of its service principal, as under Enterprise applications: not those of an app registration.
    [Parameter(Mandatory)] [guid] $AppId,
    [Parameter(Mandatory)] [guid] $ObjectId,

    # A mail-enabled security group.
    [Parameter(Mandatory)] [string] $Group,

    # Somebody in the group and somebody who is not, to see that the scope holds.
    [Parameter(Mandatory)] [string] $Inside,
    [Parameter(Mandatory)] [string] $Outside
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'MentorBot'
$roles = 'Application Calendars.ReadWrite', 'Application MailboxSettings.Read'

Connect-ExchangeOnline -ShowBanner:$false

if (-not (Get-ServicePrincipal | Where-Object AppId -eq $AppId)) {
    New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName $name | Out-Null
}

$filter = "MemberOfGroup -eq '$((Get-Group -Identity $Group).DistinguishedName)'"
if (Get-ManagementScope | Where-Object Name -eq $name) {
    Set-ManagementScope -Identity $name -RecipientRestrictionFilter $filter
} else {
    New-ManagementScope -Name $name -RecipientRestrictionFilter $filter | Out-Null
}

foreach ($role in $roles) {
    $assignment = "$name $role"
    if (-not (Get-ManagementRoleAssignment | Where-Object Name -eq $assignment)) {
        New-ManagementRoleAssignment -Name $assignment -App $ObjectId -Role $role -CustomResourceScope $name | Out-Null
    }
}

# InScope has to be True for whoever is in the group, and False for whoever is not.
foreach ($mailbox in $Inside, $Outside) {
    Write-Output "As to ${mailbox}:"
    Test-ServicePrincipalAuthorization -Identity $ObjectId -Resource $mailbox | Format-Table RoleName, GrantedPermissions, AllowedResourceScope, InScope
}
