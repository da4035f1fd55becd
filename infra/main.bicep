// Everything that MentorBot needs in Azure, in one resource group. README.md beside this file says how to deploy it.
// There is no secret in here, and none comes out: the bot signs in everywhere as one managed identity.
targetScope = 'resourceGroup'

import { programmeSettings } from 'app.bicep'

@description('What the resources are called: lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'mentorbot'

@description('The region of everything but the bot registration.')
param location string = resourceGroup().location

@description('The region of the bot registration. A regional one keeps what Bot Service stores of people in its region.')
@allowed(['global', 'westeurope', 'centralindia'])
param botLocation string

@description('The tenant whose people may talk with the bot. A managed identity lives in one tenant, so it is that of the subscription.')
param tenantId string = tenant().tenantId

@description('The bot as people find it in Teams.')
@maxLength(42)
param displayName string = 'MentorBot'

@description('The container image, such as mentorbot1a2b.azurecr.io/mentorbot:1.0.0. Empty at first: everything but the app is made, so that there is a registry to publish to.')
param image string = ''

@description('Where people\'s browsers and Teams reach the bot, without a slash at the end. Empty: the address that Container Apps gives.')
param publicAddress string = ''

@description('Where Teams listens.')
@minLength(1)
param serviceUrls string[] = ['https://smba.trafficmanager.net']

@description('How much the bot logs of itself: Debug, Information, Warning, Error.')
@allowed(['Debug', 'Information', 'Warning', 'Error'])
param logLevel string = 'Information'

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Standard_ZRS keeps the rows in three places of the region; Standard_LRS where there are no zones.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('How the organisation runs its mentoring.')
param programme programmeSettings

var unique = uniqueString(resourceGroup().id)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    features: {
      disableLocalAuth: true
    }
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: '${name}${unique}'
    location: location
    sku: storageSku
    principalId: identity.properties.principalId
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: '${name}${unique}'
    location: location
    keyName: name
    principalId: identity.properties.principalId
    logsId: logs.id
  }
}

module registry 'registry.bicep' = {
  name: 'registry'
  params: {
    name: '${name}${unique}'
    location: location
    principalId: identity.properties.principalId
  }
}

module apps 'environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    logsId: logs.id
  }
}

var address = empty(publicAddress) ? 'https://${name}.${apps.outputs.defaultDomain}' : publicAddress

module app 'app.bicep' = if (!empty(image)) {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: apps.outputs.id
    registry: registry.outputs.loginServer
    image: image
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: tenantId
    publicAddress: address
    tables: storage.outputs.tables
    queues: storage.outputs.queues
    masterKey: vault.outputs.key
    serviceUrls: serviceUrls
    logLevel: logLevel
    programme: programme
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${unique}'
    location: botLocation
    displayName: displayName
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: tenantId
    publicAddress: address
  }
}

@description('The bot\'s app id: for the Teams package and for grant-graph.sh.')
output appId string = identity.properties.clientId

@description('The object id of the identity\'s service principal: for grant-exchange.ps1.')
output principalId string = identity.properties.principalId

@description('Where browsers and Teams reach the bot; its host is the domain of the Teams package.')
output publicAddress string = address

@description('The registry that publish-image.sh publishes to.')
output registry string = registry.outputs.name

@description('The wrapping key.')
output masterKey string = vault.outputs.key
