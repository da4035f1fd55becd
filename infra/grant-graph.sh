#!/usr/bin/env bash
# Grants the bot's identity what it needs in Microsoft Graph, tenant-wide: to read the directory. What it needs of calendars is
# granted by grant-exchange.ps1 for the mailboxes of the programme alone, and a tenant-wide grant would defeat that, so this script
# stops where it finds one. It may be run again at any time.
#
#   infra/grant-graph.sh <the bot's app id>
#
# Needs the Azure CLI, signed in (az login) as a Privileged Role Administrator of the tenant.
set -euo pipefail

readonly permissions=(User.Read.All)
readonly graph=https://graph.microsoft.com/v1.0
readonly graph_app_id=00000003-0000-0000-c000-000000000000

if [[ $# -ne 1 || ! $1 =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]]; then
  echo "Say for which bot: infra/grant-graph.sh <the bot's app id> (the output appId of the deployment)." >&2
  exit 2
fi

bot=$(az ad sp show --id "$1" --query id --output tsv)
graph_object=$(az ad sp show --id "$graph_app_id" --query id --output tsv)
roles=$(az ad sp show --id "$graph_app_id" --query "appRoles[].[id, value]" --output tsv)
granted=$(az rest --method get --url "$graph/servicePrincipals/$bot/appRoleAssignments" \
  --query "value[?resourceId=='$graph_object'].[appRoleId, id]" --output tsv)

# The grant of a permission, by the id of the permission; nothing without one.
grant_of() {
  awk -F '\t' -v role="$1" '$1 == role { print $2 }' <<<"$granted"
}

defeated=0
while IFS=$'\t' read -r id value; do
  if [[ $value == Calendars.* || $value == MailboxSettings.* ]]; then
    grant=$(grant_of "$id")
    if [[ -n $grant ]]; then
      echo "$value is granted for every mailbox of the tenant. Take it back:" >&2
      echo "  az rest --method delete --url $graph/servicePrincipals/$bot/appRoleAssignments/$grant" >&2
      defeated=1
    fi
  fi
done <<<"$roles"
if [[ $defeated -ne 0 ]]; then
  echo "Nothing was changed. Run this again afterwards; grant-exchange.ps1 grants it for the people of the programme." >&2
  exit 1
fi

for permission in "${permissions[@]}"; do
  role=$(awk -F '\t' -v wanted="$permission" '$2 == wanted { print $1 }' <<<"$roles")
  if [[ -z $role ]]; then
    echo "Microsoft Graph does not know $permission." >&2
    exit 1
  elif [[ -n $(grant_of "$role") ]]; then
    echo "$permission: granted already"
  else
    az rest --method post --url "$graph/servicePrincipals/$bot/appRoleAssignments" --output none \
      --body "{\"principalId\": \"$bot\", \"resourceId\": \"$graph_object\", \"appRoleId\": \"$role\"}"
    echo "$permission: granted"
  fi
done
