using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Scheduling.Wanted;

namespace MentorBot.Flows.Scheduling;

/// <summary>How it appears in one's own calendar, cancelling, and several at once.</summary>
public static class SchedulingForms
{
    /// <summary>How many a series may have; the first is chosen already.</summary>
    public static readonly ImmutableArray<int> Lengths = [3, 6];

    /// <param name="takesSubject">Whether the calendar shows somebody's own words.</param>
    public static Form Appear(RelationshipId id, Appearance appearance, string name, bool takesSubject, string? wrong = null) => new(SchedulingText.AppearTitle, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(SchedulingText.AppearIntro.With(name)),
            Card.One(SchedulingActions.As, SchedulingText.AppearLabel,
            [
                (nameof(Appearing.Invitation), SchedulingText.AppearInvitation),
                (nameof(Appearing.OwnBlock), SchedulingText.AppearOwnBlock),
                (nameof(Appearing.Nothing), SchedulingText.AppearNothing),
            ], appearance.As),
            takesSubject ? SubjectInput(appearance.Subject) : null,
            takesSubject ? Card.Small(SchedulingText.SubjectHint) : null,
        ],
        Card.Submit(SchedulingText.Save, SchedulingActions.Appear, (RelationshipActions.Relationship, id.Value)),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>For whose calendar cannot be reached.</summary>
    /// <param name="text">Of the calendar file. In a field, so that it is copied with its lines; nothing is sent.</param>
    public static Form CalendarFile(string text) => new(SchedulingText.CalendarFile, Card.Of(
        null,
        [
            Card.Text(SchedulingText.CalendarFileIntro),
            new AdaptiveTextInput { Id = SchedulingActions.File, Label = SchedulingText.CalendarFileLabel, Value = text, IsMultiline = true, ErrorMessage = SchedulingText.CalendarFileIntro },
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    public static bool IsTooLong(Confidential? subject) => FormText.Length(subject) > Appearance.LongestSubject;

    public static Form Cancel(Together together, Booking booking, string name, Reader reader, bool mayMove) => new(SchedulingText.CancelTitle.With(reader.Day(booking.Start)), Card.Of(
        null,
        [Card.Text(SchedulingText.CancelIntro.With(name))],
        Card.Submit(SchedulingText.CancelIt, SchedulingActions.Cancel, BookedCards.Ids(together, booking)),
        mayMove ? Card.Submit(
            SchedulingText.MoveInstead, SchedulingActions.MoveNext, (RelationshipActions.Relationship, together.Pair.Id.Value), (SchedulingActions.Number, Text(booking.Number))) : null,
        Card.Submit(SchedulingText.KeepIt, ActionIds.CloseForm)));

    /// <param name="starts">The times that were on the card.</param>
    public static Form Series(Wanted wanted, ImmutableArray<Instant> starts, Reader reader) => new(SchedulingText.SeriesTitle, Card.Of(
        null,
        [
            Card.Text(SchedulingText.SeriesIntro),
            Card.Choices(SchedulingActions.Start, SchedulingText.SeriesFirst, starts.Select(start => (Text(start), reader.Moment(start))), [Text(starts[0])]),
            Card.One(SchedulingActions.HowOften, SchedulingText.SeriesHowOften,
            [
                (nameof(Spacing.EveryWeek), SchedulingText.EveryWeek),
                (nameof(Spacing.EveryTwoWeeks), SchedulingText.EveryTwoWeeks),
                (nameof(Spacing.EveryMonth), SchedulingText.EveryMonth),
            ], Spacing.EveryMonth),
            Card.Choices(SchedulingActions.HowMany, SchedulingText.SeriesHowMany, [(Text(Lengths[0]), SchedulingText.Three), (Text(Lengths[1]), SchedulingText.Six)], [Text(Lengths[0])]),
        ],
        Card.Submit(SchedulingText.BookThese, SchedulingActions.Series, wanted.Data()),
        Card.Submit(SchedulingText.JustThisOne, SchedulingActions.JustOne, wanted.Data())));

    private static AdaptiveTextInput SubjectInput(Confidential? subject) => new()
    {
        Id = SchedulingActions.Subject,
        Label = SchedulingText.Subject,
        Placeholder = SchedulingText.SubjectUsual,
        Value = FormText.Show(subject),
        MaxLength = Appearance.LongestSubject,
        IsRequired = false,
        ErrorMessage = TurnText.TooLong.With(Appearance.LongestSubject),
    };
}
