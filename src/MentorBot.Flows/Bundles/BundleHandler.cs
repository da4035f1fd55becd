using System.Collections.Immutable;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Bundles;

/// <summary>Shows what has come together, and takes how much somebody would like to hear.</summary>
public sealed class BundleHandler(IBundles bundles, IProfiles profiles, IClock clock) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => BundleText.QuietWord, null, Says(null)));
        routes.Type(Word.Of(() => BundleText.SnoozeWord, null, Says(HowMuch.NothingForAWeek)));
        routes.Type(Word.Of(() => BundleText.StopWord, null, Says(HowMuch.NothingUntilTheyWrite)));
        routes.Form(BundleActions.Quiet, Ask);
        routes.Submit(BundleActions.SaveQuiet, Save);
        routes.Notice(BundleNotices.Bundle, (notice, reader, token) => Together(routes, notice, reader, token));
    }

    private static HandleWord Says(HowMuch? meant) => (_, _) => Task.FromResult<Answer>(new Answer.Posts(BundleCards.Quiet(meant)));

    private async Task<Answer> Ask(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var bundle = await bundles.Find(turn.Actor.Person, cancellationToken);
        return new Answer.Opens(QuietForm.Ask(submission.One<HowMuch>(BundleActions.HowMuch) ?? bundle.ChoiceAt(turn.Now), bundle.QuietHours));
    }

    private async Task<Answer> Save(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var before = await bundles.Find(me, cancellationToken);
        var (choice, hours) = QuietForm.Read(submission, before.ChoiceAt(turn.Now), before.QuietHours);
        await bundles.Decide(me, bundle => Bundling.Choose(bundle, choice, hours, turn.Reader.Zone, turn.Now), cancellationToken);
        if (choice != HowMuch.NothingUntilTheyWrite)
            return new Answer.Says(BundleText.Saved);

        // Whatever they do next in this chat ends it.
        await profiles.Change(me, profile => profile with { IsSilent = true }, cancellationToken);
        return new Answer.Says(BundleText.Silent);
    }

    /// <summary>From what each thing comes to by now. Nothing is sent where nothing is left to say.</summary>
    private async Task<NoticeCard?> Together(Routes routes, Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (whom, number) = BundleNotices.InBundle(notice.Subject);
        var bundle = await bundles.Find(whom, cancellationToken);
        if (bundle.Sent.FirstOrDefault(sent => sent.Number == number) is not { } sent)
            return null;

        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var thing in sent.Things)
            if (routes.Mentions.TryGetValue(thing.Kind, out var render) && await render(thing.About, reader, cancellationToken) is { } mention)
                mentions.Add(mention);
        var next = reader.Day(Bundling.Next(bundle, reader.Zone, clock.GetCurrentInstant()));
        return mentions.Count == 0 ? null : new(BundleCards.Together(mentions.ToImmutable(), next), CardLife.Once);
    }
}
