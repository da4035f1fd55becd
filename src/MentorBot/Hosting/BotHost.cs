using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
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
using MentorBot.Settings;
using NodaTime;

namespace MentorBot.Hosting;

/// <summary>Puts the bot together. The same for a run, a rehearsal and a test: only clock, worker and log differ.</summary>
public static class BotHost
{
    /// <param name="worksInBackground">Whether a worker runs by itself; a rehearsal brings it to rest step by step instead.</param>
    /// <param name="change">For a rehearsal or a test: what is different there.</param>
    public static WebApplication Build(BotSettings settings, IClock clock, bool worksInBackground, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "MentorBot", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            IncomingBody.Limit(kestrel.Limits);
        });
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Services.AddRoutingCore().AddLogging();

        builder.Services
            .AddSingleton(settings.Programme)
            .AddSingleton(clock)
            .AddSingleton<INewIds, TimeOrderedIds>()
            .AddSingleton<IReviewers, ReviewersInDirectory>()
            .AddAdapters(settings)
            .AddStorage()
            .AddTeamsBot(RegistrationOf(settings.Services))
            .AddRequests()
            .AddOffers()
            .AddMatching()
            .AddRelationships()
            .AddAgreements()
            .AddScheduling()
            .AddSessions()
            .AddNotes()
            .AddQuestions()
            .AddClosing()
            .AddEvaluations()
            .AddExperiments()
            .AddMoments()
            .AddKeeping()
            .AddLearningStories()
            .AddPulses()
            .AddMyData()
            .AddSingleton<Pages>()
            .AddSingleton<ITakeAddress, TakeEndpoint>()
            .AddBundles()
            .AddConsole()
            .AddRoster()
            .AddWelcome();
        if (worksInBackground)
            builder.Services.AddHostedService<BackgroundWorker>();
        change?.Invoke(builder);

        var app = builder.Build();
        var isPublic = settings.Services.PublicAddress is not null;
        app.UseSafeHeaders(isPublic);
        app.UseRouting();
        app.MapBot();
        app.MapHealth();
        app.MapAlive();
        TakeEndpoint.Map(app, isPublic);
        app.MapPages();
        return app;
    }

    private static TeamsRegistration RegistrationOf(ServiceSettings services) => services.App is { } app
        ? new(app.ClientId, services.ServiceUrls) { Issuer = services.TeamsIssuer, Audience = services.TeamsAudience }
        : TeamsRegistration.None;
}
