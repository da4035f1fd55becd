using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Directory;
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
using MentorBot.Flows.Agreements;
using MentorBot.Flows.Bundles;
using MentorBot.Flows.Closing;
using MentorBot.Flows.Console;
using MentorBot.Flows.Evaluations;
using MentorBot.Flows.Experiments;
using MentorBot.Flows.Keeping;
using MentorBot.Flows.LearningStories;
using MentorBot.Flows.Matching;
using MentorBot.Flows.Moments;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using MentorBot.Flows.Welcome;
using MentorBot.Rehearsal;
using MentorBot.Settings;
using MentorBot.Storage.Matching;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Towns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>All flows as the host registers them, on memory instead of rows, with the sample organisation and its settings.</summary>
internal sealed class FlowRoom : IDisposable
{
    public static readonly PersonId Ana = new("ana.lima");
    public static readonly PersonId Jun = new("jun.park");
    public static readonly PersonId Noor = new("noor.deboer");
    public static readonly PersonId Sam = new("sam.whitaker");

    /// <summary>A Monday morning.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 8, 0);

    public static readonly StandingGroup Field = new("field", "the field teams", ["Field"]);

    private static readonly BotSettings Settings = TestTown.Settings();

    private readonly ServiceProvider services;
    private int lastId;

    public FlowRoom()
    {
        Requests = new(Mentors, PastPairs);
        Meetings = new(Relationships);
        Notes = new(Relationships);
        Questions = new(Relationships);
        Closings = new(Relationships);
        Experiments = new(Relationships);
        Keeping = new(Relationships, Notes);
        Stories = new(Relationships);
        Agreements = new(Relationships);
        Pulses = new(Relationships, Clock);
        Rosters = new(Mentors);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(Programme)
            .AddSingleton<IDirectory>(Settings.Directory)
            .AddSingleton<IReviewers, ReviewersInDirectory>()
            .AddSingleton<IClock>(Clock)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<INewIds>(new NewIds(this))
            .AddSingleton<IOffers>(Offers)
            .AddSingleton<IMentors>(Mentors)
            .AddSingleton<IRequests>(Requests)
            .AddSingleton<IPastPairs>(PastPairs)
            .AddSingleton<IRelationships>(Relationships)
            .AddSingleton<IMeetings>(Meetings)
            .AddSingleton<INotes>(Notes)
            .AddSingleton<IQuestions>(Questions)
            .AddSingleton<IClosings>(Closings)
            .AddSingleton<IEvaluations>(Evaluations)
            .AddSingleton<IExperiments>(Experiments)
            .AddSingleton<IMoments>(Moments)
            .AddSingleton<IOpenings>(Openings)
            .AddSingleton<IDownloads>(Downloads)
            .AddSingleton<IForgetting>(Forgetting)
            .AddSingleton<ITakeAddress>(Downloads)
            .AddSingleton<IOwnData>(Own)
            .AddSingleton<IKeeping>(Keeping)
            .AddSingleton<ILearningStories>(Stories)
            .AddSingleton<ICalendars>(Calendars)
            .AddSingleton<IAppearances, AppearancesInMemory>()
            .AddSingleton<Times>()
            .AddSingleton<IAgreements>(Agreements)
            .AddSingleton<IBundles>(Bundles)
            .AddSingleton<IPulses>(Pulses)
            .AddSingleton<IHeldConversations>(Held)
            .AddSingleton<IRosters>(Rosters)
            .AddSingleton<IRosterReader, RosterFile>()
            .AddSingleton<RosterChecking>()
            .AddSingleton<IStandingGroups, StandingGroups>()
            .AddSingleton<IWordsWanted>(Words)
            .AddSingleton<Gatherings>()
            .AddSingleton<IMatchmaker, Matchmaker>()
            .AddSingleton<IProfiles>(Profiles)
            .AddSingleton<IConversationStates>(States)
            .AddTeamsBot()
            .AddRequests()
            .AddOffers()
            .AddMatching()
            .AddRelationships()
            .AddScheduling()
            .AddSessions()
            .AddAgreements()
            .AddNotes()
            .AddQuestions()
            .AddClosing()
            .AddEvaluations()
            .AddExperiments()
            .AddMoments()
            .AddKeeping()
            .AddLearningStories()
            .AddMyData()
            .AddBundles()
            .AddPulses()
            .AddConsole()
            .AddRoster()
            .AddWelcome()
            .BuildServiceProvider();
    }

    public static MentoringProgramme Programme { get; } = Settings.Programme with { Groups = [Field] };

    public TownClock Clock { get; } = new(Start);

    public DownloadsInMemory Downloads { get; } = new();

    public ForgettingInMemory Forgetting { get; } = new();

    public OwnDataInMemory Own { get; } = [];

    public OffersInMemory Offers { get; } = new();

    public MentorsInMemory Mentors { get; } = new();

    public PastPairsInMemory PastPairs { get; } = new();

    public RequestsInMemory Requests { get; }

    public RelationshipsInMemory Relationships { get; } = [];

    public MeetingsInMemory Meetings { get; }

    public NotesInMemory Notes { get; }

    public QuestionsInMemory Questions { get; }

    public ClosingsInMemory Closings { get; }

    public EvaluationsInMemory Evaluations { get; } = new();

    public ExperimentsInMemory Experiments { get; }

    public MomentsInMemory Moments { get; } = [];

    public KeepingInMemory Keeping { get; }

    public StoriesInMemory Stories { get; }

    public OpeningsInMemory Openings { get; } = [];

    public CalendarsInMemory Calendars { get; } = new(Settings.Directory);

    public AgreementsInMemory Agreements { get; }

    public BundlesInMemory Bundles { get; } = [];

    public PulsesInMemory Pulses { get; }

    public HeldInMemory Held { get; } = new();

    public RostersInMemory Rosters { get; }

    public WordsWantedInMemory Words { get; } = [];

    public ProfilesInMemory Profiles { get; } = new();

    public StatesInMemory States { get; } = new();

    public ChatAdapter Chat { get; } = new();

    public Routes Routes => Get<Routes>();

    public static Person PersonOf(PersonId id) => Settings.Directory.People.Single(person => person.Id == id);

    public static Reader ReaderOf(PersonId id) => new(id, PersonOf(id).Zone, Reader.CultureOf("en-GB"));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Somebody is about to do something; the words are theirs from here on.</summary>
    public Turn TurnOf(PersonId id, Activity? activity = null)
    {
        var reader = ReaderOf(id);
        Reader.Speak(reader.Culture);
        return new(
            new Actor(Programme.Tenant, id), PersonOf(id), Profiles.Of(id), reader, Clock.GetCurrentInstant(), new TurnContext(Chat, activity ?? ActivityOf(id, ActivityTypes.Message)));
    }

    /// <summary>What the channel sends of somebody.</summary>
    public static Activity ActivityOf(PersonId id, string type) => new()
    {
        Type = type,
        Id = "1",
        ChannelId = "msteams",
        ServiceUrl = "http://127.0.0.1:9/",
        Locale = "en-GB",
        From = new ChannelAccount(id: "29:" + id.Value) { AadObjectId = id.Value },
        Recipient = new ChannelAccount(id: "28:bot"),
        Conversation = new ConversationAccount(id: "a:" + id.Value) { ConversationType = "personal" },
    };

    /// <summary>An activity goes all the way through the bot; what it sends is in <see cref="Chat"/>.</summary>
    public async Task Receive(Activity activity)
    {
        using var context = new TurnContext(Chat, activity);
        await Get<IBot>().OnTurnAsync(context, CancellationToken.None);
    }

    public Task<Answer> Press(PersonId who, string action, params (string Name, string Value)[] data) => Routes.Presses[action](TurnOf(who), Of(data), CancellationToken.None);

    public async Task<Form> Open(PersonId who, string action, params (string Name, string Value)[] data) =>
        Assert.IsType<Answer.Opens>(await Routes.Forms[action](TurnOf(who), Of(data), CancellationToken.None)).Form;

    public Task<Answer> Submit(PersonId who, string action, params (string Name, string Value)[] data) =>
        Routes.Submissions[action](TurnOf(who), Of(data), CancellationToken.None);

    public Task<Answer> Type(PersonId who, string text)
    {
        var activity = ActivityOf(who, ActivityTypes.Message);
        activity.Text = text;
        return Get<TypedText>().Answer(TurnOf(who, activity), activity, CancellationToken.None);
    }

    public void Dispose() => services.Dispose();

    public static Submission Of((string Name, string Value)[] data) => new(new JObject(data.Select(value => new JProperty(value.Name, value.Value))));

    private sealed class NewIds(FlowRoom room) : INewIds
    {
        public string Next() => (++room.lastId).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
    }
}
