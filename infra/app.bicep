// The bot itself: two replicas at least, and every setting as an environment variable. What is not set here stands in settings.md
// with its reason; a test holds the two against the bot's settings.

@export()
@description('The section Programme of the settings; docs/operating.md says what each means.')
type programmeSettings = {
  organisation: string

  @minLength(1)
  @maxLength(10)
  themes: themeSettings[]

  @description('Object ids of people in Entra; the first is named on cards.')
  @minLength(1)
  coordinators: string[]

  @description('Object ids of people in Entra. With the coordinators at least two people.')
  deputies: string[]

  contacts: string
  contact: string
  safeguarding: string
  erasureDays: int

  @description('True only once the organisation may use the Relational Mentoring Index.')
  indexCleared: bool

  groups: groupSettings[]

  offers: {
    reviewWorkingDays: int
    tryOutReminderDays: int
    tryOutErasureDays: int
    draftDays: int
  }

  matching: {
    releaseWorkingDays: int
    lookAgainWorkingDays: int
    chooseWorkingDays: int
    answerWorkingDays: int
    reminderWorkingDays: int
    putAsideDays: int
    draftDays: int
    silencesUntilRest: int
  }
}

type themeSettings = {
  @description('Stored, so it outlives a change of the name: lower-case letters, digits and hyphens.')
  id: string
  name: string
}

type groupSettings = {
  id: string
  name: string
  @description('As the directory has them.')
  departments: string[]
}

param name string
param location string
param environmentId string
param registry string
param image string
param identityId string
param appId string
param tenantId string
param publicAddress string
param tables string
param queues string
param masterKey string
param serviceUrls string[]
param logLevel string
param programme programmeSettings

var port = 8080

var services = [
  { name: 'Urls', value: 'http://0.0.0.0:${port}' }
  { name: 'Tenant', value: tenantId }
  { name: 'PublicAddress', value: publicAddress }
  { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
  { name: 'MicrosoftAppId', value: appId }
  { name: 'MicrosoftAppTenantId', value: tenantId }
  { name: 'Storage__Kind', value: 'Azure' }
  { name: 'Storage__Tables', value: tables }
  { name: 'Storage__Queues', value: queues }
  { name: 'KeyVault__Key', value: masterKey }
  { name: 'Directory__Kind', value: 'Graph' }
  { name: 'Calendars__Kind', value: 'Graph' }
  { name: 'Logging__LogLevel__Default', value: logLevel }
]

var terms = [
  { name: 'Programme__Organisation', value: programme.organisation }
  { name: 'Programme__Contacts', value: programme.contacts }
  { name: 'Programme__Contact', value: programme.contact }
  { name: 'Programme__Safeguarding', value: programme.safeguarding }
  { name: 'Programme__ErasureDays', value: string(programme.erasureDays) }
  { name: 'Programme__IndexCleared', value: programme.indexCleared ? 'true' : 'false' }
  { name: 'Programme__Offers__ReviewWorkingDays', value: string(programme.offers.reviewWorkingDays) }
  { name: 'Programme__Offers__TryOutReminderDays', value: string(programme.offers.tryOutReminderDays) }
  { name: 'Programme__Offers__TryOutErasureDays', value: string(programme.offers.tryOutErasureDays) }
  { name: 'Programme__Offers__DraftDays', value: string(programme.offers.draftDays) }
  { name: 'Programme__Matching__ReleaseWorkingDays', value: string(programme.matching.releaseWorkingDays) }
  { name: 'Programme__Matching__LookAgainWorkingDays', value: string(programme.matching.lookAgainWorkingDays) }
  { name: 'Programme__Matching__ChooseWorkingDays', value: string(programme.matching.chooseWorkingDays) }
  { name: 'Programme__Matching__AnswerWorkingDays', value: string(programme.matching.answerWorkingDays) }
  { name: 'Programme__Matching__ReminderWorkingDays', value: string(programme.matching.reminderWorkingDays) }
  { name: 'Programme__Matching__PutAsideDays', value: string(programme.matching.putAsideDays) }
  { name: 'Programme__Matching__DraftDays', value: string(programme.matching.draftDays) }
  { name: 'Programme__Matching__SilencesUntilRest', value: string(programme.matching.silencesUntilRest) }
]

// Lists are counted from 0, and replace the bot's own whole.
var teams = [for (url, i) in serviceUrls: { name: 'Teams__ServiceUrls__${i}', value: url }]
var coordinators = [for (person, i) in programme.coordinators: { name: 'Programme__Coordinators__${i}', value: person }]
var deputies = [for (person, i) in programme.deputies: { name: 'Programme__Deputies__${i}', value: person }]
var themeIds = [for (theme, i) in programme.themes: { name: 'Programme__Themes__${i}__Id', value: theme.id }]
var themeNames = [for (theme, i) in programme.themes: { name: 'Programme__Themes__${i}__Name', value: theme.name }]
var groupIds = [for (group, i) in programme.groups: { name: 'Programme__Groups__${i}__Id', value: group.id }]
var groupNames = [for (group, i) in programme.groups: { name: 'Programme__Groups__${i}__Name', value: group.name }]
var departments = flatten(map(range(0, length(programme.groups)), i => map(range(0, length(programme.groups[i].departments)), j => { name: 'Programme__Groups__${i}__Departments__${j}', value: programme.groups[i].departments[j] })))

var health = {
  path: '/healthz'
  port: port
  scheme: 'HTTP'
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
      }
      registries: [
        {
          server: registry
          identity: identityId
        }
      ]
    }
    template: {
      // Longer than the bot takes to finish what it is about.
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'mentorbot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(services, teams, terms, coordinators, deputies, themeIds, themeNames, groupIds, groupNames, departments)
          probes: [
            {
              // Five minutes: on the first day a role may take that long to be known everywhere.
              type: 'Startup'
              httpGet: health
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 10
            }
            {
              type: 'Readiness'
              httpGet: health
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              // It ends a replica that hangs. The storage is not asked: no restart brings it back.
              type: 'Liveness'
              httpGet: {
                path: '/alive'
                port: port
              }
              periodSeconds: 60
              timeoutSeconds: 10
              failureThreshold: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 2
        maxReplicas: 4
        rules: [
          {
            name: 'presses'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}
