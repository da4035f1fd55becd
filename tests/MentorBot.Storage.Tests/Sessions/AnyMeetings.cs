using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.AnyRequest;

namespace MentorBot.Storage.Tests.Sessions;

/// <summary>Meetings of every kind, with the oddest ids.</summary>
internal static class AnyMeetings
{
    private static readonly Gen<bool> Either = Gen.Elements(true, false);

    private static readonly Gen<int> Counts = Gen.Choose(0, int.MaxValue);

    private static readonly Gen<Booking> Bookings =
        from number in Counts
        from version in Counts
        from start in AnyRequest.Moments
        from minutes in Gen.Elements(20, 30, 45, 60)
        from whose in People
        from was in MomentsIfAny
        select new Booking(number, version, start, minutes, whose) { Was = was };

    private static readonly Gen<Seat> Seats =
        from person in People
        from card in Counts
        from just in Either
        from since in AnyRequest.Moments
        select new Seat(person, card, just) { Since = since };

    private static readonly Gen<Session> Sessions =
        from number in Counts
        from start in AnyRequest.Moments
        from minutes in Gen.Elements(20, 30, 45, 60)
        from isBooked in Either
        from phase in AnyOf<Phase>()
        from turnedBy in IfAny(People)
        from seats in Seats.ArrayOf()
        from late in Gen.OneOf(
            Gen.Constant((Late?)null),
            from whose in People
            from later in Gen.Elements(5, 10, 15)
            select new Late(whose, later))
        from noted in AnyOf<Phase>().ArrayOf()
        from touched in Either
        from ending in IfAny(AnyOf<SessionEnding>())
        from endedAt in MomentsIfAny
        select new Session(number, start, minutes, isBooked, phase, turnedBy, [.. seats], late, [.. noted], touched, ending, endedAt);

    public static readonly Gen<Meetings> All =
        from revision in Gen.Choose(1, int.MaxValue)
        from last in Counts
        from booked in Bookings.ArrayOf()
        from session in Gen.OneOf(Gen.Constant((Session?)null), Sessions.Select(one => (Session?)one))
        from draws in Counts.ArrayOf(4)
        from times in Gen.OneOf(
            Gen.Constant((TimesOpen?)null),
            from until in AnyRequest.Moments
            from remindAt in MomentsIfAny
            from instead in MomentsIfAny
            select new TimesOpen(until, remindAt) { InsteadOf = instead })
        from suggested in Gen.OneOf(
            Gen.Constant((Suggestion?)null),
            from start in AnyRequest.Moments
            from minutes in Gen.Elements(20, 60)
            from whose in People
            from until in AnyRequest.Moments
            from moves in Counts
            select new Suggestion(start, minutes, whose, until) { Moves = moves })
        from questions in People.ArrayOf()
        from held in Counts
        from since in AnyRequest.Moments
        from isQuietAsked in Either
        from edges in Counts.Zip(Counts)
        from isNextShort in Either
        from lookAgainAt in MomentsIfAny
        select new Meetings(revision, last, [.. booked], session, new([.. draws]), times, suggested, [.. questions], held, since, isQuietAsked, edges.Item1, edges.Item2)
        {
            IsNextShort = isNextShort,
            LookAgainAt = lookAgainAt,
        };

    /// <summary>Lists are the same when what is in them is.</summary>
    public static bool AreSame(Meetings one, Meetings other) =>
        one with { Booked = [], Questions = [], Session = null } == other with { Booked = [], Questions = [], Session = null }
        && one.Booked.SequenceEqual(other.Booked)
        && one.Questions.SequenceEqual(other.Questions)
        && (one.Session, other.Session) switch
        {
            (null, null) => true,
            ({ } session, { } also) => session with { Seats = [], Noted = [] } == also with { Seats = [], Noted = [] } && session.Seats.SequenceEqual(also.Seats) && session.Noted.SequenceEqual(also.Noted),
            _ => false,
        };

    private static Gen<T?> IfAny<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(one => (T?)one), Gen.Constant((T?)null));
}
