using MentorBot.Domain.Agreements;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Moments;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Roster;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Agreements;
using MentorBot.Storage.Bundles;
using MentorBot.Storage.Closing;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Evaluations;
using MentorBot.Storage.Experiments;
using MentorBot.Storage.Keeping;
using MentorBot.Storage.LearningStories;
using MentorBot.Storage.Matching;
using MentorBot.Storage.Moments;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Notes;
using MentorBot.Storage.Offers;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Profiles;
using MentorBot.Storage.Pulses;
using MentorBot.Storage.Questions;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Requests;
using MentorBot.Storage.Roster;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Scheduling;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Sessions;
using MentorBot.Storage.Turns;

namespace MentorBot.Hosting;

/// <summary>Rows, sealing, the one door, the outbox and the worker, on whatever row store and key wrapper there are.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<Nudges>()
        .AddSingleton<Decisions>()
        .AddSingleton<RecordRows>()
        .AddSingleton<DataKeys>()
        .AddSingleton<KeyRotation>()
        .AddSingleton<ErasedOwners>()
        .AddSingleton<RowBackup>()
        .AddSingleton<Sealer>()
        .AddSingleton<DeliveryCounts>()
        .AddSingleton<Postman>()
        .AddSingleton<Worker>()
        .AddSingleton<IProfiles, ProfileRows>()
        .AddSingleton<DialogRows>()
        .AddSingleton<IConversationStates>(provider => provider.GetRequiredService<DialogRows>())
        .AddSingleton<IFallsDue>(provider => provider.GetRequiredService<DialogRows>())
        .AddOfferRows()
        .AddRequestRows()
        .AddMatchingRows()
        .AddRelationshipRows()
        .AddSessionRows()
        .AddSchedulingRows()
        .AddNoteRows()
        .AddQuestionRows()
        .AddClosingRows()
        .AddEvaluationRows()
        .AddExperimentRows()
        .AddMomentRows()
        .AddKeepingRows()
        .AddLearningStoryRows()
        .AddAgreementRows()
        .AddBundleRows()
        .AddMyDataRows()
        .AddPulseRows()
        .AddRosterRows();

    private static IServiceCollection AddOfferRows(this IServiceCollection services) => services
        .AddSingleton<OfferRows>()
        .AddSingleton<IOffers>(provider => provider.GetRequiredService<OfferRows>())
        .AddSingleton<IFallsDue, OffersFallDue>();

    private static IServiceCollection AddRequestRows(this IServiceCollection services) => services
        .AddSingleton<IRequests, RequestRows>()
        .AddSingleton<IFallsDue, RequestsFallDue>();

    private static IServiceCollection AddMatchingRows(this IServiceCollection services) => services
        .AddSingleton<IMentors, MentorRows>()
        .AddSingleton<IPastPairs, PastPairRows>()
        .AddSingleton<Gatherings>()
        .AddSingleton<IMatchmaker, Matchmaker>()
        .AddSingleton<IStep, MentorFollowsOffer>()
        .AddSingleton<IStep, RestOffer>()
        .AddSingleton<IStep, FreePlace>();

    private static IServiceCollection AddRelationshipRows(this IServiceCollection services) => services
        .AddSingleton<RelationshipRows>()
        .AddSingleton<IRelationships>(provider => provider.GetRequiredService<RelationshipRows>())
        .AddSingleton<BesidePair>()
        .AddSingleton<IGoingPairs, GoingRows>()
        .AddSingleton<IStep, ListGoing>()
        .AddSingleton<IStep, OpenRelationship>()
        .AddSingleton<IStep, SweepAfterErasure>()
        .AddSingleton<IFallsDue, RelationshipsFallDue>();

    private static IServiceCollection AddSessionRows(this IServiceCollection services) => services
        .AddSingleton<IMeetings, MeetingRows>()
        .AddSingleton<HeldRows>()
        .AddSingleton<IHeldConversations>(provider => provider.GetRequiredService<HeldRows>())
        .AddSingleton<IStep, CountHeld>()
        .AddSingleton<IStep, ForgetCounts>()
        .AddSingleton<IStep, TickMeetings>()
        .AddSingleton<IStep, StopMeetings>();

    private static IServiceCollection AddSchedulingRows(this IServiceCollection services) => services
        .AddSingleton<IAppearances, AppearanceRows>()
        .AddSingleton<CalendarEventRows>()
        .AddSingleton<Times>()
        .AddSingleton<IStep, FollowCalendars>()
        .AddSingleton<IStep, OfferTimes>();

    private static IServiceCollection AddNoteRows(this IServiceCollection services) => services
        .AddSingleton<INotes, NoteRows>()
        .AddSingleton<IStep, FollowNotes>();

    private static IServiceCollection AddQuestionRows(this IServiceCollection services) => services
        .AddSingleton<IQuestions, QuestionRows>()
        .AddSingleton<IStep, FollowQuestions>()
        .AddSingleton<IStep, DropReadQuestions>();

    private static IServiceCollection AddClosingRows(this IServiceCollection services) => services
        .AddSingleton<IClosings, ClosingRows>()
        .AddSingleton<IStep, AskAfterHeld>()
        .AddSingleton<IStep, AskAfterLast>()
        .AddSingleton<IStep, TickClosing>()
        .AddSingleton<IStep, FollowClosing>()
        .AddSingleton<IStep, FinishAfterLast>()
        .AddSingleton<IStep, BeginApart>()
        .AddSingleton<IStep, BecomePeers>();

    private static IServiceCollection AddEvaluationRows(this IServiceCollection services) => services
        .AddSingleton<IChance, Chance>()
        .AddSingleton<EvaluationRows>()
        .AddSingleton<IEvaluations>(provider => provider.GetRequiredService<EvaluationRows>())
        .AddSingleton<IForgets>(provider => provider.GetRequiredService<EvaluationRows>())
        .AddSingleton<IStep, ShowInTheMorning>()
        .AddSingleton<IStep, AdmitReader>();

    private static IServiceCollection AddExperimentRows(this IServiceCollection services) => services.AddSingleton<IExperiments, ExperimentRows>();

    private static IServiceCollection AddMomentRows(this IServiceCollection services) => services
        .AddSingleton<MomentRows>()
        .AddSingleton<IMoments>(provider => provider.GetRequiredService<MomentRows>())
        .AddSingleton<IStep, ShareMoment>();

    private static IServiceCollection AddKeepingRows(this IServiceCollection services) => services
        .AddSingleton<IKeeping, KeepRows>()
        .AddSingleton<IStep, BeginKeeping>()
        .AddSingleton<IStep, TickKeeping>()
        .AddSingleton<IStep, BringKeptHome>();

    private static IServiceCollection AddLearningStoryRows(this IServiceCollection services) => services
        .AddSingleton<ILearningStories, StoryRows>()
        .AddSingleton<IStep, TickStory>();

    private static IServiceCollection AddAgreementRows(this IServiceCollection services) => services
        .AddSingleton<IAgreements, AgreementRows>()
        .AddSingleton<IStep, ShowSheet>();

    private static IServiceCollection AddBundleRows(this IServiceCollection services) => services
        .AddSingleton<IBundles, BundleRows>()
        .AddSingleton<IStep, MentionInBundle>()
        .AddSingleton<IStep, TickBundle>();

    private static IServiceCollection AddMyDataRows(this IServiceCollection services) => services
        .AddSingleton<IOpenings, OpeningRows>()
        .AddSingleton<IDownloads, DownloadRows>()
        .AddSingleton<IStep, MakeDownload>()
        .AddSingleton<IStep, ClearDownload>()
        .AddSingleton<IFallsDue, LinksFallDue>()
        .AddSingleton<PastPairRows>()
        .AddSingleton<ForgettingRows>()
        .AddSingleton<IForgetting>(provider => provider.GetRequiredService<ForgettingRows>())
        .AddSingleton<IStep, ForgetPerson>()
        .AddSingleton<ForgetAgain>()
        .AddSingleton<IStep, EraseLastTraces>()
        .AddOwnData();

    /// <summary>Each capability tells what it holds of a person.</summary>
    private static IServiceCollection AddOwnData(this IServiceCollection services) => services
        .AddSingleton<IOwnData, OwnProfile>()
        .AddSingleton<IOwnData, OwnRequestData>()
        .AddSingleton<IOwnData, OwnOfferData>()
        .AddSingleton<IOwnData, OwnPairData>()
        .AddSingleton<IOwnData, OwnSheetData>()
        .AddSingleton<IOwnData, OwnNoteData>()
        .AddSingleton<IOwnData, OwnQuestionData>()
        .AddSingleton<IOwnData, OwnExperimentData>()
        .AddSingleton<IOwnData, OwnMomentData>()
        .AddSingleton<IOwnData, OwnKeepingData>()
        .AddSingleton<IOwnData, OwnStoryData>()
        .AddSingleton<IOwnData, OwnAppearanceData>()
        .AddSingleton<IOwnData, OwnCheckInData>()
        .AddSingleton<IOwnData, OwnLookBackData>()
        .AddSingleton<IOwnData, OwnOpeningData>()
        .AddSingleton<IOwnData, OwnBundleData>()
        .AddSingleton<IOwnData, OwnRosterData>();

    private static IServiceCollection AddPulseRows(this IServiceCollection services) => services
        .AddSingleton<AudienceRows>()
        .AddSingleton<OwnAnswerRows>()
        .AddSingleton<PulseRows>()
        .AddSingleton<IWordsWanted, WordsWanted>()
        .AddSingleton<IPulses>(provider => provider.GetRequiredService<PulseRows>())
        .AddSingleton<IForgets>(provider => provider.GetRequiredService<PulseRows>())
        .AddSingleton<Mentioning>()
        .AddSingleton<IStep, InviteAll>()
        .AddSingleton<IStep, AskPair>()
        .AddSingleton<IStep, AskPairAgain>()
        .AddSingleton<IStep, ClosePulse>()
        .AddSingleton<IStep, RepeatPulse>()
        .AddSingleton<IStep, ForgetAudience>()
        .AddSingleton<IStep, SweepPulse>()
        .AddSingleton<IStep, EraseStopped>();

    private static IServiceCollection AddRosterRows(this IServiceCollection services) => services
        .AddSingleton<RosterRows>()
        .AddSingleton<IRosters>(provider => provider.GetRequiredService<RosterRows>())
        .AddSingleton<IForgets>(provider => provider.GetRequiredService<RosterRows>())
        .AddSingleton<RosterChecking>()
        .AddSingleton<IStandingGroups, StandingGroups>()
        .AddSingleton<IStep, AskPossibleMentors>()
        .AddSingleton<IStep, SweepRoster>();
}
