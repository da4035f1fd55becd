// The master key, which never leaves the vault: it wraps and unwraps the data keys of people and pairs, and does nothing else.
param name string
param location string
param keyName string

@description('Who may wrap and unwrap: the bot\'s identity.')
param principalId string

@description('The workspace in which every use of the key is noted.')
param logsId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Who deletes the key deletes what everybody wrote: for 90 days nobody can make that final.
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
  }
}

// Made once: a deployment leaves a key that is there as it is, with all its versions.
resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: keyName
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: {
      enabled: true
      exportable: false
    }
  }
}

// Key Vault Crypto Service Encryption User
resource mayWrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(key.id, principalId, 'wrap')
  scope: key
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: logsId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

// Without a version: the bot wraps with the newest, and keeps with each data key the version that unwraps it.
output key string = '${vault.properties.vaultUri}keys/${key.name}'
