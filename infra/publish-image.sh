#!/usr/bin/env bash
# Builds the bot's container image with the .NET SDK (no Docker needed) and publishes it to the registry of the deployment.
#
#   infra/publish-image.sh <registry> <version>
#
# Needs the .NET 10 SDK, and the Azure CLI signed in (az login) as somebody who may push to the registry.
set -euo pipefail

if [[ $# -ne 2 ]]; then
  echo "Say where to and as what: infra/publish-image.sh <registry> <version>, such as infra/publish-image.sh mentorbot1a2b 1.0.0." >&2
  exit 2
fi
readonly registry=$1 version=$2

cd "$(dirname "${BASH_SOURCE[0]}")/.."
server=$(az acr show --name "$registry" --query loginServer --output tsv)

# A token of your own, good for some hours; it is never shown nor kept.
DOTNET_CONTAINER_REGISTRY_UNAME=00000000-0000-0000-0000-000000000000
DOTNET_CONTAINER_REGISTRY_PWORD=$(az acr login --name "$registry" --expose-token --query accessToken --output tsv)
export DOTNET_CONTAINER_REGISTRY_UNAME DOTNET_CONTAINER_REGISTRY_PWORD

dotnet publish src/MentorBot --configuration Release --os linux --arch x64 -t:PublishContainer \
  -p:ContainerRegistry="$server" -p:ContainerImageTag="$version"

image=$server/mentorbot:$version
echo "Published $image"
if command -v azd >/dev/null && azd env get-values >/dev/null 2>&1; then
  azd env set MENTORBOT_IMAGE "$image"
  echo "Next: azd provision"
else
  echo "Next: MENTORBOT_IMAGE=$image az deployment group create --name main --resource-group <group> --parameters infra/main.bicepparam"
fi
