using './main.bicep'

// Change what is in here to yours; nothing in it is secret. Ids of people are their object ids in Entra
// (az ad user show --id ana.lima@contoso.example --query id --output tsv).

param location = 'westeurope'
param botLocation = 'westeurope'

// Set by publish-image.sh under azd, by hand otherwise; empty for the first deployment.
param image = readEnvironmentVariable('MENTORBOT_IMAGE', '')

param programme = {
  organisation: 'Contoso'
  themes: [
    { id: 'finding-my-way', name: 'Finding my way here' }
    { id: 'craft', name: 'Getting better at the craft' }
    { id: 'difficult-conversations', name: 'Difficult conversations' }
    { id: 'leading', name: 'Leading, with or without a title' }
    { id: 'change', name: 'A change of role or place' }
    { id: 'seen-and-heard', name: 'Being seen and heard' }
    { id: 'balance', name: 'Work and the rest of life' }
    { id: 'starting-something', name: 'Starting something new' }
  ]
  coordinators: ['11111111-1111-1111-1111-111111111111']
  deputies: ['22222222-2222-2222-2222-222222222222']
  contacts: 'the confidential adviser, extension 100'
  contact: 'the service desk'
  safeguarding: 'the confidential adviser, extension 100'
  erasureDays: 180
  indexCleared: false
  groups: []
  offers: {
    reviewWorkingDays: 5
    tryOutReminderDays: 14
    tryOutErasureDays: 60
    draftDays: 30
  }
  matching: {
    releaseWorkingDays: 3
    lookAgainWorkingDays: 5
    chooseWorkingDays: 5
    answerWorkingDays: 5
    reminderWorkingDays: 3
    putAsideDays: 30
    draftDays: 30
    silencesUntilRest: 2
  }
}
